import { dirname, resolve } from 'node:path';
import { type CsvRow, readCsv } from '@shelfwatch/platform';
import { problemOfLabelText } from '../samples/problem-of-label-text.js';
import type { ImportLimits } from './import-limits.js';
import { type PictureSource, type SourceFile, SourceFileRefused } from './picture-source.js';
import { readLimited } from './read-limited.js';
import { OUTSIDE, realPathBelow } from './real-path-below.js';

/** The CSV as a whole cannot be imported; the message says why and what to do. */
export class CsvRefused extends Error {}

/** Columns by their place; -1 = not there. */
interface Columns {
  path: number;
  label: number;
  name: number;
  group: number;
}

/**
 * A list of pictures: `path,label[,name,group]` with a header, columns in any order. Paths are relative to the file and must stay below `root`.
 * A bad row is refused with its line; the others come in.
 *
 * @throws {CsvRefused}
 */
export async function openCsv(file: string, root: string, limits: ImportLimits): Promise<PictureSource> {
  const [header, ...rows] = readCsv(await readText(file, limits));
  const columns = columnsOf(header);
  if (rows.length > limits.maxFiles)
    throw new CsvRefused(`The CSV has more than ${limits.maxFiles} rows; split it into several.`);
  const firsts = new Map<string, CsvRow>();
  return {
    total: rows.length,
    unsafe: [],
    async *files() {
      for (const row of rows) {
        const path = row.cells[columns.path] ?? '';
        const first = firsts.get(path) ?? row;
        firsts.set(path, first);
        yield toFile(row, columns, first, { folder: dirname(file), root, maxBytes: limits.maxFileBytes });
      }
    },
    close: async () => {},
  };
}

async function readText(file: string, { maxFileBytes }: ImportLimits): Promise<string> {
  try {
    const bytes = await readLimited(file, maxFileBytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const advice =
      error instanceof SourceFileRefused
        ? `cannot be read: ${error.message}`
        : 'is not written in UTF-8; save it as "CSV UTF-8"';
    throw new CsvRefused(`The CSV ${advice}.`, { cause: error });
  }
}

function columnsOf(header: CsvRow | undefined): Columns {
  if (header?.problem !== undefined)
    throw new CsvRefused(`The header of the CSV, line ${header.line}, cannot be read: ${header.problem.message}.`);
  const names = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const [path, label, name, group] = ['path', 'label', 'name', 'group'].map((it) => names.indexOf(it)) as [
    ...[number, number, number, number],
  ];
  if (path >= 0 && label >= 0) return { path, label, name, group };
  const found = names.length > 0 ? `its first line is "${names.join(',').slice(0, 80)}"` : 'it is empty';
  throw new CsvRefused(`The CSV needs a header with the columns "path" and "label"; ${found}.`);
}

/** @param first row that names the same path; the row itself when it is the first */
function toFile(
  row: CsvRow,
  columns: Columns,
  first: CsvRow,
  places: { folder: string; root: string; maxBytes: number },
): SourceFile {
  const cell = (place: number) => row.cells[place] || undefined;
  const [path, label] = [cell(columns.path), cell(columns.label)];
  const [name, group] = [cell(columns.name), cell(columns.group)];
  return {
    ...{ path: path ?? '', row: row.line, group, className: label ?? '' },
    displayName: name ?? label,
    read: async () => {
      const refused = problemOf(row, { path, label, name }, first, columns);
      if (refused !== undefined) throw refused;
      return readLimited(await findFile(path!, places), places.maxBytes);
    },
  };
}

function problemOf(
  row: CsvRow,
  { path, label, name }: { path: string | undefined; label: string | undefined; name: string | undefined },
  first: CsvRow,
  columns: Columns,
): SourceFileRefused | undefined {
  if (row.problem !== undefined) return new SourceFileRefused('bad-row', row.problem.message);
  if (path === undefined) return new SourceFileRefused('bad-row', 'the path is missing');
  const labelProblem = problemOfLabelText(label ?? '');
  if (labelProblem !== undefined) return new SourceFileRefused('bad-label', labelProblem);
  if ((name?.length ?? 0) > 200) return new SourceFileRefused('bad-row', 'the name has more than 200 characters');
  const before = first.cells[columns.label] ?? '';
  if (first !== row && before !== label)
    return new SourceFileRefused('bad-label', `line ${first.line} gives the same picture the label "${before}"`);
  return undefined;
}

/** Names are written with combined or with single characters, and paths with either slash, depending on who wrote the list. */
async function findFile(path: string, { folder, root }: { folder: string; root: string }): Promise<string> {
  const written = path.replaceAll('\\', '/');
  for (const form of new Set([written, written.normalize('NFC'), written.normalize('NFD')])) {
    const found = await realPathBelow(root, resolve(folder, form));
    if (found === OUTSIDE) throw new SourceFileRefused('unsafe-path', 'the path leads out of the import folder');
    if (found !== undefined) return found;
  }
  throw new SourceFileRefused('missing', 'there is no such file');
}
