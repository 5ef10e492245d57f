import type { Gtin } from '../identifiers/gtin.js';
import { defaultLowFacings } from '../shelf/slot.js';
import { groupBy } from './group-by.js';
import { findLayoutProblems } from './find-layout-problems.js';
import type {
  FixtureShelf,
  Planogram,
  PlanogramFixture,
  PlanogramPosition,
  PlanogramProduct,
  PlanogramShelf,
} from './planogram.js';
import { type DraftRow, type PlanogramDraft, type PlanogramProblem, problemAt, type Read } from './planogram-draft.js';
import { CellReader } from './read-cells.js';

export interface CheckedPlanogram {
  /** Undefined when there is an error. */
  planogram: Planogram | undefined;
  /** In the order of the file. */
  problems: PlanogramProblem[];
}

const MAX_SHELVES = 99;
const MAX_PLACES = 999;
/** A store has some thousands of slots; more rows than this are a mistake, and checking them would keep everybody waiting. */
const MAX_ROWS = 20_000;

/**
 * Turns the rows of a file into a planogram, or says of each row that is wrong what is wrong, where, and what to do.
 * Total: any rows give an answer.
 */
export function checkPlanogram(draft: PlanogramDraft): CheckedPlanogram {
  const tooLong = (['products', 'fixtures', 'shelves', 'positions'] as const).find(
    (kind) => draft[kind].length > MAX_ROWS,
  );
  if (tooLong !== undefined) {
    const message = `has ${draft[tooLong].length} ${tooLong}`;
    const file = { line: null, record: 'file' };
    return {
      planogram: undefined,
      problems: [problemAt(file, tooLong, message, `Split it; ${MAX_ROWS} are read at once.`)],
    };
  }
  const problems: PlanogramProblem[] = [];
  const readAll = <T>(rows: readonly DraftRow[], read: (cells: CellReader) => T | undefined): Read<T>[] =>
    rows.flatMap((row) => {
      const cells = new CellReader(row);
      const value = read(cells);
      problems.push(...cells.problems);
      return value === undefined || cells.hasErrors ? [] : [{ row, value }];
    });

  const products = readAll(draft.products, readProduct);
  const fixtures = readAll(draft.fixtures, readFixture);
  const shelves = readAll(draft.shelves, readShelf);
  const positions = readAll(draft.positions, readPosition);
  if (draft.positions.length === 0) {
    const file = { line: null, record: 'file' };
    problems.push(problemAt(file, 'positions', 'gives no product a place', 'Export the planogram with its positions.'));
  }
  problems.push(
    ...twice(products, 'gtin', ({ gtin }) => gtin, 'the product'),
    ...twice(fixtures, 'fixtureId', ({ fixtureId }) => fixtureId, 'the fixture'),
    ...twice(shelves, 'shelf', ({ fixtureId, shelf }) => `${shelf} of ${fixtureId}`, 'shelf'),
    ...twice(positions, 'slotId', ({ slotId }) => slotId, 'the slot'),
    ...twice(positions, 'position', placeOf, 'place'),
    // A row that could not be read is there all the same: it must not make those that refer to it wrong.
    ...missing(positions, draft.fixtures, 'fixtureId', ({ fixtureId }) => fixtureId, 'fixture'),
    ...missing(shelves, draft.fixtures, 'fixtureId', ({ fixtureId }) => fixtureId, 'fixture'),
    ...(products.length < draft.products.length ? [] : unknownProducts(positions, products)),
    ...findLayoutProblems(fixtures, shelves, positions),
  );
  const inOrder = withoutRepeats(problems).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (inOrder.some(({ severity }) => severity === 'error')) return { planogram: undefined, problems: inOrder };
  return { planogram: assemble(draft.name, products, fixtures, shelves, positions), problems: inOrder };
}

/** A row can be wrong as a product and as a place, in the same words: that is said once. */
const withoutRepeats = (problems: readonly PlanogramProblem[]): PlanogramProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

const placeOf = ({ fixtureId, shelf, position }: PlanogramPosition): string =>
  `${position} on shelf ${shelf} of ${fixtureId}`;

function readProduct(cells: CellReader): PlanogramProduct | undefined {
  const gtin = cells.gtin('gtin');
  const product = {
    ...given('name', cells.optionalText('name')),
    ...given('brand', cells.optionalText('brand')),
    ...given('category', cells.optionalText('category')),
    ...given('widthMm', cells.optionalLength('widthMm')),
    ...given('heightMm', cells.optionalLength('heightMm')),
    ...given('depthMm', cells.optionalLength('depthMm')),
    ...given('priceCents', cells.optionalWhole('priceCents', { minimum: 0, maximum: 100_000_000 })),
    ...given('casePack', cells.optionalWhole('casePack', { minimum: 1, maximum: 100_000 })),
    ...given('supplierId', cells.optionalText('supplierId')),
  };
  return gtin && { gtin, ...product };
}

function readFixture(cells: CellReader): Omit<PlanogramFixture, 'shelves'> {
  const fixtureId = cells.text('fixtureId');
  return {
    fixtureId,
    name: cells.optionalText('name') ?? fixtureId,
    aisle: cells.optionalText('aisle') ?? '',
    ...given('widthMm', cells.optionalLength('widthMm')),
    ...given('heightMm', cells.optionalLength('heightMm')),
  };
}

function readShelf(cells: CellReader): FixtureShelf | undefined {
  const fixtureId = cells.text('fixtureId');
  const shelf = cells.whole('shelf', { minimum: 1, maximum: MAX_SHELVES });
  const bottomMm = cells.optionalLength('bottomMm');
  const heightMm = cells.optionalLength('heightMm');
  for (const [field, value] of Object.entries({ bottomMm, heightMm })) {
    if (value === undefined && !cells.hasErrors) cells.report(field, 'is empty', 'Write millimetres.');
  }
  if (shelf === undefined || bottomMm === undefined || heightMm === undefined) return undefined;
  return { fixtureId, shelf, bottomMm, heightMm };
}

function readPosition(cells: CellReader): PlanogramPosition | undefined {
  const fixtureId = cells.text('fixtureId');
  const slotId = cells.optionalText('slotId');
  const gtin = cells.gtin('gtin');
  const shelf = cells.whole('shelf', { minimum: 1, maximum: MAX_SHELVES });
  const position = cells.whole('position', { minimum: 1, maximum: MAX_PLACES });
  const facings = cells.whole('facings', { minimum: 1, maximum: 50 });
  const capacity = cells.optionalWhole('capacity', { minimum: 1, maximum: 100_000 }) ?? facings;
  const lowFacings =
    cells.optionalWhole('lowFacings', { minimum: 0, maximum: 50 }) ??
    (facings === undefined ? undefined : defaultLowFacings(facings));
  const extent = {
    ...given('leftMm', cells.optionalLength('leftMm')),
    ...given('widthMm', cells.optionalLength('widthMm')),
    ...given('bottomMm', cells.optionalLength('bottomMm')),
    ...given('heightMm', cells.optionalLength('heightMm')),
  };
  if (!gtin || !shelf || !position || !facings || !capacity || lowFacings === undefined) return undefined;
  if (capacity < facings) {
    cells.report(
      'capacity',
      `${capacity} is less than the ${facings} facings`,
      'Write how many items the place holds when full.',
    );
  }
  if (lowFacings >= facings) {
    const advice = `Write at most ${facings - 1}, or leave it empty.`;
    cells.report('lowFacings', `${lowFacings} of ${facings} facings would always be low`, advice);
  }
  const place = { fixtureId, shelf, position, gtin, facings, capacity, lowFacings, ...extent };
  return slotId === undefined ? place : { slotId, ...place };
}

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

function twice<T>(
  rows: readonly Read<T>[],
  field: string,
  idOf: (value: T) => string | undefined,
  what: string,
): PlanogramProblem[] {
  const first = new Map<string, DraftRow>();
  return rows.flatMap(({ row, value }) => {
    const id = idOf(value);
    if (id === undefined) return [];
    const before = first.get(id);
    first.set(id, before ?? row);
    if (before === undefined) return [];
    const where = before.line === null ? before.record : `line ${before.line}`;
    return [problemAt(row, field, `${what} ${id} is in ${where} already`, 'Keep one of the two.')];
  });
}

function missing<T>(
  rows: readonly Read<T>[],
  known: readonly DraftRow[],
  field: string,
  idOf: (value: T) => string,
  what: string,
): PlanogramProblem[] {
  const ids = new Set(known.map(({ cells }) => String(cells[field] ?? '').trim()));
  return rows
    .filter(({ value }) => !ids.has(idOf(value)))
    .map(({ row, value }) =>
      problemAt(row, field, `there is no ${what} ${idOf(value)} in this file`, `Add the ${what}, or correct the name.`),
    );
}

function unknownProducts(
  positions: readonly Read<PlanogramPosition>[],
  products: readonly Read<PlanogramProduct>[],
): PlanogramProblem[] {
  const known = new Set<Gtin>(products.map(({ value }) => value.gtin));
  return positions
    .filter(({ value }) => !known.has(value.gtin))
    .map(({ row, value }) =>
      problemAt(
        row,
        'gtin',
        `there is no product ${value.gtin} in this file`,
        'Add the product, or correct the number.',
      ),
    );
}

const valuesOf = <T>(rows: readonly Read<T>[]): T[] => rows.map(({ value }) => value);

function assemble(
  name: string,
  products: readonly Read<PlanogramProduct>[],
  fixtures: readonly Read<Omit<PlanogramFixture, 'shelves'>>[],
  shelves: readonly Read<FixtureShelf>[],
  positions: readonly Read<PlanogramPosition>[],
): Planogram {
  const byFixture = groupBy(valuesOf(shelves), ({ fixtureId }) => fixtureId);
  const shelvesOf = (id: string): PlanogramShelf[] =>
    (byFixture.get(id) ?? []).map(({ fixtureId: _fixture, ...shelf }) => shelf).toSorted((a, b) => a.shelf - b.shelf);
  return {
    name: name.trim().slice(0, 200),
    products: valuesOf(products),
    fixtures: valuesOf(fixtures).map((fixture) => ({ ...fixture, shelves: shelvesOf(fixture.fixtureId) })),
    positions: valuesOf(positions),
  };
}
