import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one colour that speaks; everything else is grey. Shade 7 carries white text at 7:1 (WCAG 2.2, 1.4.6). */
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
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { carrier },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.45' },
    },
  },
});
