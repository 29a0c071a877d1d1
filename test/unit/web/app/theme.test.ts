import { DEFAULT_THEME, defaultCssVariablesResolver, luminance, mergeMantineTheme } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { readableColors, theme as cabinetTheme } from '../../../../web/src/app/theme.ts';

const theme = mergeMantineTheme(DEFAULT_THEME, cabinetTheme);
/** Colours that something in the pages is filled with. */
const colors = ['carrier', 'gray', 'blue', 'teal', 'yellow', 'orange', 'red'];

/** CSS variables of a scheme, as the pages set them. */
function variablesOf(scheme: 'light' | 'dark'): Map<string, string> {
  const library = defaultCssVariablesResolver(theme);
  const own = readableColors(theme);
  return new Map(
    [library.variables, library[scheme], own.variables, own[scheme]].flatMap((part) => Object.entries(part)),
  );
}

function colorOf(variables: Map<string, string>, value: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return name === undefined ? value : colorOf(variables, variables.get(name) ?? `no ${name}`);
}

/** WCAG 2.2, relative contrast of two opaque colours. */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const variables = variablesOf(scheme);

  test.each(colors)('text on a ground of %s has a contrast of 4.5:1 (WCAG 2.2, 1.4.3)', (color) => {
    const filled = theme.variantColorResolver({ color, theme, variant: 'filled' });
    const [ground, text] = [colorOf(variables, filled.background), colorOf(variables, filled.color)];
    expect(contrastOf(ground, text)).toBeGreaterThanOrEqual(4.5);
  });
});
