import { readCsv } from '@shelfwatch/platform';

/** What `classes.csv` says: `class,gtin,name` with a header, columns in any order; `gtin` and `name` may be missing. */
export type ClassNames = ReadonlyMap<string, { gtin?: string; name?: string }>;

/** @throws RangeError when there is no column `class`, or with the line of a row that cannot be read */
export function readClassNames(csv: string): ClassNames {
  const read = readCsv(csv);
  const broken = read.find(({ problem }) => problem !== undefined);
  if (broken !== undefined) throw new RangeError(`classes.csv, line ${broken.line}: ${broken.problem!.message}.`);
  const [header, ...rows] = read.map(({ cells }) => cells);
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
