import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Font family of the pages; `main.tsx` has its files. */
export const webFont = "'Inter Variable'";

/** The accent colour; everything else is grey. Shade 7 carries white text at 7:1 (WCAG 2.2, 1.4.6). */
const carrier: MantineColorsTuple = [
  '#eef4fb',
  '#dae6f3',
  '#b3cce7',
  '#88afda',
  '#6496cf',
  '#4b86c8',
  '#3a78bd',
  '#255a96',
  '#1d4a7e',
  '#16345c',
];

export const theme = createTheme({
  primaryColor: 'carrier',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { carrier },
  fontFamily: `${webFont}, system-ui, 'Segoe UI', sans-serif`,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.45' },
    },
  },
});

/**
 * Backgrounds that carry white text at 4.5:1 (WCAG 2.2, 1.4.3) in either scheme; the library's are lighter. Yellow carries
 * black text, and `carrier` is chosen for it.
 */
const filled = Object.fromEntries(
  Object.entries({
    gray: ['#495057', '#3b4147'],
    blue: ['#1864ab', '#14558f'],
    teal: ['#087f5b', '#066a4c'],
    orange: ['#b34700', '#963c00'],
    red: ['#c22525', '#a51f1f'],
  }).flatMap(([color, [ground = '', hover = '']]) => [
    [`--mantine-color-${color}-filled`, ground],
    [`--mantine-color-${color}-filled-hover`, hover],
  ]),
);

/**
 * Colours of text that the library takes too light for WCAG 2.2 AA (1.4.3, at least 4.5:1 on its background):
 * secondary text, errors, and text on the tint of its own colour.
 */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    ...filled,
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': '#b42318',
    '--mantine-color-red-text': '#b42318',
    '--mantine-color-gray-light-color': colors.gray[8],
    '--mantine-color-blue-light-color': '#0b4a87',
    '--mantine-color-teal-light-color': '#04553c',
    '--mantine-color-yellow-light-color': '#6b3d00',
    '--mantine-color-orange-light-color': '#7d3200',
    '--mantine-color-red-light-color': '#8f1d14',
    '--mantine-color-carrier-light-color': colors['carrier']?.[9] ?? colors.dark[9],
  },
  dark: {
    ...filled,
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-red-text': colors.red[4],
    '--mantine-color-anchor': colors['carrier']?.[2] ?? colors.gray[2],
    '--mantine-color-gray-light-color': colors.gray[2],
    '--mantine-color-blue-light-color': colors.blue[1],
    '--mantine-color-teal-light-color': colors.teal[1],
    '--mantine-color-yellow-light-color': colors.yellow[1],
    '--mantine-color-orange-light-color': colors.orange[1],
    '--mantine-color-red-light-color': colors.red[1],
    '--mantine-color-carrier-light-color': colors['carrier']?.[1] ?? colors.gray[1],
  },
});
