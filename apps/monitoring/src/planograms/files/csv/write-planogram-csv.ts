import type { Planogram, PlanogramFixture, PlanogramShelf } from '@shelfwatch/domain';
import { toCsv } from '../../../shelf-words/to-csv.js';
import { COLUMNS, FIXTURE_COLUMNS, POSITION_COLUMNS, PRODUCT_COLUMNS, SHELF_COLUMNS } from './planogram-columns.js';

type Cells = Record<string, string | number>;

/** The planogram as flat CSV; reading it gives the same planogram. Shelves that stand empty and products without a place have rows of their own. */
export function writePlanogramCsv({ name, products, fixtures, positions }: Planogram): string {
  const productOf = new Map(products.map((product) => [product.gtin, product]));
  const fixtureOf = new Map(fixtures.map((fixture) => [fixture.fixtureId, fixture]));
  const rows: Cells[] = positions.map((position) => {
    const fixture = fixtureOf.get(position.fixtureId);
    const shelf = fixture?.shelves.find((candidate) => candidate.shelf === position.shelf);
    return {
      ...fixtureCells(fixture, shelf),
      ...cells(PRODUCT_COLUMNS, productOf.get(position.gtin) ?? {}),
      ...cells(POSITION_COLUMNS, position),
    };
  });
  const filled = new Set(positions.map(({ fixtureId, shelf }) => JSON.stringify([fixtureId, shelf])));
  const placed = new Set(positions.map(({ gtin }) => gtin));
  for (const fixture of fixtures) {
    const empty = fixture.shelves.filter(({ shelf }) => !filled.has(JSON.stringify([fixture.fixtureId, shelf])));
    rows.push(...empty.map((shelf) => fixtureCells(fixture, shelf)));
    const isNamed = fixture.shelves.length > 0 || positions.some(({ fixtureId }) => fixtureId === fixture.fixtureId);
    if (!isNamed) rows.push(fixtureCells(fixture, undefined));
  }
  rows.push(...products.filter(({ gtin }) => !placed.has(gtin)).map((product) => cells(PRODUCT_COLUMNS, product)));
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => (column === 'planogram' ? name : (row[column] ?? '')))),
  );
}

const fixtureCells = (fixture: PlanogramFixture | undefined, shelf: PlanogramShelf | undefined): Cells => ({
  ...cells(FIXTURE_COLUMNS, fixture ?? {}),
  ...cells(SHELF_COLUMNS, shelf ?? {}),
});

const cells = (columns: Readonly<Record<string, string>>, values: object): Cells =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, field]) => {
      const value = (values as Record<string, string | number | undefined>)[field];
      return value === undefined ? [] : [[column, value]];
    }),
  );
