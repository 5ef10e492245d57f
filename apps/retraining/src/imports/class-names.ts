import { csvRows } from './csv-rows.js';

/** What `classes.csv` says: `class,gtin,name` with a header, columns in any order; `gtin` and `name` may be missing. */
export type ClassNames = ReadonlyMap<string, { gtin?: string; name?: string }>;

/** @throws RangeError when there is no column `class` */
export function readClassNames(csv: string): ClassNames {
  const [header, ...rows] = [...csvRows(csv)].map(({ cells }) => cells);
  const columns = (header ?? []).map((cell) => cell.toLowerCase());
  const column = (name: string) => columns.indexOf(name);
  if (column('class') < 0) throw new RangeError('classes.csv needs a header with the column "class".');
  return new Map(
    rows.map((cells) => {
      const cell = (name: string) => cells[column(name)] || undefined;
      const [gtin, name] = [cell('gtin'), cell('name')];
      return [cells[column('class')] ?? '', { ...(gtin ? { gtin } : {}), ...(name ? { name } : {}) }];
    }),
  );
}
