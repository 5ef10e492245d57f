import { type DraftRow, type PlanogramProblem, problemAt } from '@shelfwatch/domain';
import { type CsvRow, readCsv } from '@shelfwatch/platform';
import { type ReadOptions, type ReadRows, unreadable } from '../read-options.js';
import {
  ALIASES,
  COLUMNS,
  FIXTURE_COLUMNS,
  POSITION_COLUMNS,
  PRODUCT_COLUMNS,
  REQUIRED_COLUMNS,
  SHELF_COLUMNS,
} from './planogram-columns.js';

/** The cells of one record by column name. */
type Cells = Readonly<Record<string, string>>;

/**
 * Reads the flat CSV: one row for each place. Products, fixtures and shelves are gathered from the rows; where rows differ about one of them, the
 * first that says something counts. A row without a product is a shelf or a fixture that stands empty, a row without a fixture a product without a place.
 */
export function readPlanogramCsv(bytes: Uint8Array, { storeId, planogramName }: ReadOptions): ReadRows {
  const { text, problems } = decode(bytes);
  const rows = readCsv(text);
  const open = rows.find(({ problem }) => problem?.code === 'quote-never-closed');
  if (open !== undefined) {
    return unreadable(open.line, 'has a quotation mark that never ends', 'Close it, or send the file whole.');
  }
  const [header, ...body] = rows;
  if (header === undefined)
    return unreadable(null, 'is empty', `Send a header and rows: ${REQUIRED_COLUMNS.join(',')}.`);
  const names = header.cells.map(columnName);
  const lacking = REQUIRED_COLUMNS.filter((column) => !names.includes(column));
  if (lacking.length > 0) {
    const advice = `The first line must name the columns; needed are ${REQUIRED_COLUMNS.join(', ')}.`;
    return unreadable(header.line, `has no column ${lacking.join(', ')}`, advice);
  }
  problems.push(...headerProblems(header, names));
  const gathered = new Gathered();
  if (header.problem !== undefined) problems.push(quoteProblem(header, 'header'));
  for (const record of body) {
    if (record.problem !== undefined) {
      problems.push(quoteProblem(record, 'row'));
      continue;
    }
    if (record.cells.length > names.length) {
      const message = `has ${record.cells.length} cells, the header ${names.length}`;
      const advice = 'Put cells that hold the delimiter into quotation marks.';
      problems.push(problemAt({ line: record.line, record: 'row' }, '', message, advice));
      continue;
    }
    const cells = Object.fromEntries(names.map((name, at) => [name, plain(record.cells[at] ?? '')]));
    const isElsewhere = (cells['store'] ?? '') !== '' && cells['store'] !== storeId;
    const isOther = planogramName !== undefined && (cells['planogram'] ?? '') !== planogramName;
    if (!isElsewhere && !isOther) gathered.add(record.line, cells);
  }
  return { draft: gathered.draft(), problems };
}

class Gathered {
  private name = '';
  private readonly products = new Map<string, DraftRow>();
  private readonly fixtures = new Map<string, DraftRow>();
  private readonly shelves = new Map<string, DraftRow>();
  private readonly positions: DraftRow[] = [];

  add(line: number, cells: Cells): void {
    const row = (columns: Readonly<Record<string, string>>): DraftRow => ({
      ...{ line, record: 'row' },
      cells: Object.fromEntries(Object.entries(columns).map(([column, field]) => [field, cells[column]])),
      fieldNames: Object.fromEntries(Object.entries(columns).map(([column, field]) => [field, column])),
    });
    const has = (...columns: string[]): boolean => columns.some((column) => (cells[column] ?? '') !== '');
    this.name ||= cells['planogram'] ?? '';
    if (has('fixture_id')) merge(this.fixtures, cells['fixture_id']!, row(FIXTURE_COLUMNS));
    if (has('fixture_id') && has('shelf_bottom_mm', 'shelf_height_mm')) {
      merge(
        this.shelves,
        JSON.stringify([cells['fixture_id'], cells['shelf']]),
        row({ ...SHELF_COLUMNS, fixture_id: 'fixtureId' }),
      );
    }
    if (has('gtin')) merge(this.products, cells['gtin']!, row(PRODUCT_COLUMNS));
    const isProductOnly = !has('fixture_id', 'shelf', 'position');
    const isEmptyShelf = !has('gtin', 'position', 'facings');
    if (!isProductOnly && !isEmptyShelf) this.positions.push(row(POSITION_COLUMNS));
  }

  draft(): ReadRows['draft'] {
    return {
      name: this.name,
      products: [...this.products.values()],
      fixtures: [...this.fixtures.values()],
      shelves: [...this.shelves.values()],
      positions: this.positions,
    };
  }
}

function merge(rows: Map<string, DraftRow>, key: string, row: DraftRow): void {
  const before = rows.get(key);
  if (before === undefined) rows.set(key, row);
  else {
    const missing = Object.entries(row.cells).filter(([field]) => (before.cells[field] ?? '') === '');
    rows.set(key, { ...before, cells: { ...before.cells, ...Object.fromEntries(missing) } });
  }
}

function decode(bytes: Uint8Array): { text: string; problems: PlanogramProblem[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const advice = 'Save it as UTF-8 if names look wrong.';
    const message = 'is not UTF-8; read as Windows-1252';
    const problem = problemAt({ line: null, record: 'file' }, '', message, advice, 'warning');
    return { text: new TextDecoder('windows-1252').decode(bytes), problems: [problem] };
  }
}

const columnName = (cell: string): string => {
  const name = cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name;
};

const quoteProblem = ({ line, problem }: CsvRow, record: 'header' | 'row'): PlanogramProblem =>
  problemAt({ line, record }, '', problem!.message, 'Correct its quotation marks.');

function headerProblems({ line }: CsvRow, names: readonly string[]): PlanogramProblem[] {
  return names.flatMap((name, at) => {
    if (names.indexOf(name) < at) {
      return [problemAt({ line, record: 'header' }, name, 'is there twice', 'Keep one of the two columns.')];
    }
    if (name === '' || name === 'store' || COLUMNS.includes(name)) return [];
    return [
      problemAt({ line, record: 'header' }, name, 'is not read', `Known columns: ${COLUMNS.join(', ')}.`, 'warning'),
    ];
  });
}

/** Takes off the apostrophe that keeps a spreadsheet from running a cell as a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'('*[=+\-@\t\r])/, '$1');
