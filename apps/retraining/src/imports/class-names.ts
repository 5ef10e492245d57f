/** What `classes.csv` says: `class,gtin,name` with a header, columns in any order; `gtin` and `name` may be missing. */
export type ClassNames = ReadonlyMap<string, { gtin?: string; name?: string }>;

/** Simple CSV: cells may stand in double quotes, in which two make one. @throws RangeError when there is no column `class` */
export function readClassNames(csv: string): ClassNames {
  const rows = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const header = (rows.shift() ?? []).map((cell) => cell.toLowerCase());
  const column = (name: string) => header.indexOf(name);
  if (column('class') < 0) throw new RangeError('classes.csv needs a header with the column "class".');
  return new Map(
    rows.map((cells) => {
      const cell = (name: string) => cells[column(name)] || undefined;
      const [gtin, name] = [cell('gtin'), cell('name')];
      return [cells[column('class')] ?? '', { ...(gtin ? { gtin } : {}), ...(name ? { name } : {}) }];
    }),
  );
}

/** Cells of one line. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(,|$)/gy;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[3] !== ',') break;
  }
  return cells;
}
