import { createTheme, type MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#eef4ff',
  '#dbe6fe',
  '#bdd2fd',
  '#93b6fb',
  '#6391f5',
  '#3c6dea',
  '#2a57da',
  '#2246b5',
  '#203d90',
  '#1e3672',
];

/** Slate instead of neutral grey, so that the state colours stand out without shouting. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f5',
  '#e4e8ee',
  '#d3d9e2',
  '#b6bfcc',
  '#8c97a8',
  '#667085',
  '#475467',
  '#2c3645',
  '#1a212c',
];

const dark: MantineColorsTuple = [
  '#d8dde6',
  '#b3bbc9',
  '#919cae',
  '#67728a',
  '#3c4657',
  '#2a3241',
  '#1b222d',
  '#12171f',
  '#0d1118',
  '#080b10',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 5 },
  colors: { brand, gray, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '620' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  autoContrast: true,
});
