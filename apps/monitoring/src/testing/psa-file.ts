/**
 * Writes `.psa` files in the published layout, for tests: header lines, comma rows as wide as those of version 2020.1.0, backslash escapes, CR LF,
 * Windows-1252. Real files are not at hand where this is built.
 */
const CELLS: Readonly<Record<string, number>> = {
  Project: 218,
  Product: 275,
  Planogram: 272,
  Segment: 52,
  Fixture: 167,
  Position: 167,
  Performance: 154,
};

const escape = (cell: string | number): string =>
  String(cell)
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll('"', '\\"')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');

/** One row; `cells` by column, 1 = the first after the type. */
export function psaRow(type: string, cells: Readonly<Record<number, string | number>>): string {
  const row = Array.from({ length: CELLS[type] ?? 20 }, (_cell, column) => escape(cells[column] ?? ''));
  return [type, ...row.slice(1)].join(',');
}

/** The file's bytes. */
export function psaFile(rows: readonly string[], header: readonly string[] = HEADER): Buffer {
  const text = `${[...header, psaRow('Project', { 1: 'Test project' }), ...rows].join('\r\n')}\r\n`;
  // Western letters have the same numbers in Windows-1252.
  return Buffer.from(text, 'latin1');
}

const HEADER = ['PROSPACE SCHEMATIC FILE', '; Version 2020.1.0', '; Codepage=1252'];

export const product = (upc: string, id: string, name: string, more: Record<number, string | number> = {}): string =>
  psaRow('Product', { 1: upc, 2: id, 3: name, 5: 8, 6: 20, 7: 8, 13: 'Drinks', 33: 2.5, 60: 12, 232: 'Leaf', ...more });

export const planogram = (name: string, width: number, height: number): string =>
  psaRow('Planogram', { 1: name, 2: 7, 3: width, 4: height, 5: 40 });

export const segment = (offsetX: number, width: number, more: Record<number, string | number> = {}): string =>
  psaRow('Segment', { 3: 0, 4: width, 6: 180, 10: offsetX, ...more });

/** A board whose products stand at `top`. */
export const board = (x: number, width: number, top: number, type = 0): string =>
  psaRow('Fixture', { 1: type, 2: 'Shelf', 4: x, 5: width, 6: top - 2, 7: 2, 9: 40 });

export const position = (
  upc: string,
  id: string,
  at: { x: number; y: number; width: number; across: number; up?: number; deep?: number },
  more: Record<number, string | number> = {},
): string =>
  psaRow('Position', {
    ...{ 1: upc, 2: id, 4: at.x, 5: at.width, 6: at.y, 7: 20, 9: 30 },
    ...{ 13: 0, 14: at.across, 15: at.up ?? 1, 16: at.deep ?? 1 },
    ...more,
  });

const TEA = '8904000210037';
const JAM = '7300011000017';

/** Two bays of 1 m; tea on two shelves of the first, jam (whose bar code stands in the ID) on the second. Heights in cm. */
export const drinksPsa = (): string[] => [
  product(TEA, '4711', 'Thé "vert", 20 sachets'),
  product('', JAM, 'Jam'),
  planogram('Drinks', 200, 180),
  segment(0, 100),
  segment(100, 100),
  board(0, 100, 20),
  position(TEA, '4711', { x: 0, y: 20, width: 24, across: 3, up: 2, deep: 4 }),
  position('', JAM, { x: 24, y: 20, width: 16, across: 2 }),
  board(0, 100, 70),
  position(TEA, '4711', { x: 10, y: 70, width: 16, across: 2 }),
  board(100, 100, 20),
  position('', JAM, { x: 150, y: 20, width: 8, across: 1, deep: 5 }),
];
