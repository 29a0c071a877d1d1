import { createElement, type ComponentProps, type FunctionComponent } from 'react';

/** How an icon is drawn: anything an `<svg>` takes, and the width of its lines. */
export interface IconProps extends Omit<ComponentProps<'svg'>, 'stroke'> {
  /** Width and height, in CSS pixels or any CSS length; 24 by default. */
  readonly size?: number | string;
  /** Width of the lines, of the 24 units of the view box; 2 by default. */
  readonly stroke?: number | string;
}

/** The elements of a drawing: tag and attributes. */
export type Drawing = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/**
 * Makes an outline icon of a drawing. The drawings in this folder are from Tabler Icons 3.51.0 (MIT, see LICENSE), as
 * few of its 6,000 icons are used: installed, they are the largest package of the project.
 */
export function createIcon(name: string, drawing: Drawing): FunctionComponent<IconProps> {
  const Icon = ({ size = 24, stroke = 2, color = 'currentColor', className, ...rest }: IconProps) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: color,
        strokeWidth: stroke,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: ['tabler-icon', `tabler-icon-${name}`, className].filter(Boolean).join(' '),
        ...rest,
      },
      ...drawing.map(([tag, attributes]) => createElement(tag, attributes)),
    );
  Icon.displayName = name;
  return Icon;
}
