import { type DraftRow, parseGtin, type PlanogramProblem, problemAt } from '@shelfwatch/domain';
import { type ReadOptions, type ReadRows, unreadable } from '../read-options.js';
import { bayAt, type PsaBay, readBays } from './psa-bays.js';
import { PASSED_OVER, PLANOGRAM, POSITION } from './psa-columns.js';
import { MILLIMETRES_PER, sourceOf } from './psa-lengths.js';
import { barCodeOf, draftProduct, itemsOf, productFinder } from './psa-products.js';
import { isPsa, type PsaRow, psaRows, psaText } from './psa-rows.js';
import { placeOnShelf, type PsaPlacing, type PsaShelf, readShelf, shelfHeights, shelfNumber } from './psa-shelves.js';

/**
 * Reads a ProSpace (JDA, Blue Yonder Space Planning) file. A segment becomes a fixture, a fixture of the file (a board) a shelf, a position a position;
 * heights and widths go along.
 */
export function readPsa(bytes: Uint8Array, options: ReadOptions): ReadRows {
  const advice = 'Save the planogram as a .psa file in the planning program and send that file.';
  if (!isPsa(bytes)) return unreadable(1, 'does not begin with PROSPACE SCHEMATIC FILE', advice);
  const rows = psaRows(psaText(bytes));
  const planograms = rows.filter(({ type }) => type === 'Planogram');
  const chosen = choosePlanogram(planograms, options.planogramName);
  if ('problems' in chosen) return chosen;
  const end = planograms.find(({ line }) => line > chosen.line)?.line ?? Number.POSITIVE_INFINITY;
  const content = rows.filter(({ line }) => line > chosen.line && line < end);
  const products = rows.filter(({ type }) => type === 'Product');
  return readContent(chosen, content, products, options);
}

function choosePlanogram(planograms: readonly PsaRow[], name: string | undefined): PsaRow | ReadRows {
  const nameOf = ({ cells }: PsaRow): string => (cells[PLANOGRAM.name] ?? '').trim();
  if (planograms.length === 0) return unreadable(null, 'has no row of the type Planogram', 'Export the file anew.');
  const wanted = name === undefined ? planograms : planograms.filter((row) => nameOf(row) === name);
  if (wanted.length === 1) return wanted[0]!;
  const names = planograms.map((row) => `"${nameOf(row).slice(0, 80)}" (line ${row.line})`).join(', ');
  return unreadable(
    null,
    name === undefined
      ? `has ${planograms.length} planograms: ${names}`
      : `has ${wanted.length} planograms of the name "${name}": ${names}`,
    'Say by name which one is meant (parameter "planogram").',
  );
}

function readContent(
  planogram: PsaRow,
  content: readonly PsaRow[],
  products: readonly PsaRow[],
  options: ReadOptions,
): ReadRows {
  const problems: PlanogramProblem[] = [];
  const perUnit = MILLIMETRES_PER[options.lengthUnit ?? 'cm'];
  const bays = readBays(
    planogram,
    content.filter(({ type }) => type === 'Segment'),
    perUnit,
    problems,
  );
  const { shelves, placings } = placeAll(content, perUnit, problems);
  const name = (planogram.cells[PLANOGRAM.name] ?? '').trim();
  const idOf = fixtureIds(name, bays, options.fixtureIds, problems);

  const productOf = productFinder(products);
  const used = new Map<string, DraftRow>();
  const draft = {
    name,
    products: [] as DraftRow[],
    fixtures: [] as DraftRow[],
    shelves: [] as DraftRow[],
    positions: [] as DraftRow[],
  };
  for (const bay of bays) {
    const fixtureId = idOf.get(bay)!;
    draft.fixtures.push(draftFixture(bay, fixtureId));
    const inBay = placings.filter(({ left, width }) => bayAt(bays, left + width / 2) === bay);
    const heights = shelfHeights(bay, shelves, inBay);
    // A board can stand out of the bay in which its products are.
    const known =
      heights.length > 0 ? heights : [...new Set(inBay.map(({ shelf }) => shelf.top))].toSorted((a, b) => b - a);
    draft.shelves.push(...draftShelves(bay, fixtureId, known));
    const places = new Map<number, number>();
    for (const placing of inBay.toSorted((a, b) => a.left - b.left || a.bottom - b.bottom || a.row.line - b.row.line)) {
      const product = productOf(placing.row);
      if (product === undefined) {
        problems.push(unknownProduct(placing.row));
        continue;
      }
      const code = barCodeOf(product).text;
      const key: string = parseGtin(code) ?? code;
      used.set(key, used.get(key) ?? draftProduct(product, perUnit));
      const shelf = shelfNumber(known, placing);
      places.set(shelf, (places.get(shelf) ?? 0) + 1);
      draft.positions.push(
        draftPosition(placing, { bay, fixtureId, shelf, position: places.get(shelf)!, product, code }),
      );
    }
  }
  draft.products = [...used.values()];
  return { draft, problems };
}

/** Everything that stands on something. A position is listed under its shelf. */
function placeAll(
  content: readonly PsaRow[],
  perUnit: number,
  problems: PlanogramProblem[],
): { shelves: PsaShelf[]; placings: PsaPlacing[] } {
  const shelves: PsaShelf[] = [];
  const waiting: { row: PsaRow; listedUnder: PsaShelf | undefined }[] = [];
  let current: PsaShelf | undefined;
  for (const row of content) {
    if (row.type === 'Fixture') {
      const shelf = readShelf(row, perUnit, problems);
      if (shelf !== undefined) shelves.push(shelf);
      current = shelf;
    } else if (row.type === 'Position') waiting.push({ row, listedUnder: current });
    else if (row.type !== 'Segment' && row.type !== 'Product' && !PASSED_OVER.has(row.type)) {
      const advice = 'If it is a damaged row, export the file anew.';
      problems.push(
        problemAt(
          { line: row.line, record: 'row' },
          'type',
          `"${row.type.slice(0, 40)}" is no known type of row`,
          advice,
          'warning',
        ),
      );
    }
  }
  const placings = waiting.flatMap(({ row, listedUnder }) => {
    const placing = placeOnShelf(row, listedUnder, shelves, perUnit, problems);
    if (placing === undefined) return [];
    if (placing !== 'nowhere') return [placing];
    const advice = 'Put it on a shelf in the planning program.';
    problems.push(problemAt(sourceOf(row), `Y (column ${POSITION.y})`, 'stands on no shelf', advice));
    return [];
  });
  return { shelves, placings };
}

const unknownProduct = (row: PsaRow): PlanogramProblem => {
  const [upc, id] = [row.cells[POSITION.upc] ?? '', row.cells[POSITION.id] ?? ''].map((cell) => cell.slice(0, 40));
  const message = `there is no product with UPC "${upc}" or ID "${id}" in this file`;
  return problemAt(sourceOf(row), `UPC (column ${POSITION.upc})`, message, 'Export the file with its products.');
};

function fixtureIds(
  name: string,
  bays: readonly PsaBay[],
  given: readonly string[] | undefined,
  problems: PlanogramProblem[],
): Map<PsaBay, string> {
  if (given !== undefined && given.length !== bays.length) {
    const message = `has ${bays.length} bays, and ${given.length} ids were given for them`;
    problems.push(
      problemAt({ line: null, record: 'file' }, 'fixtureIds', message, 'Give one id for each bay, from the left.'),
    );
  }
  const base = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return new Map(bays.map((bay, index) => [bay, given?.[index] ?? `${base.slice(0, 80) || 'bay'}-${index + 1}`]));
}

const draftFixture = ({ row, name, width, height }: PsaBay, fixtureId: string): DraftRow => ({
  ...sourceOf(row),
  cells: { fixtureId, name: name === '' ? fixtureId : name, widthMm: width, heightMm: height },
});

const draftShelves = ({ row, height }: PsaBay, fixtureId: string, heights: readonly number[]): DraftRow[] =>
  heights.map((bottom, index) => {
    const above = heights[index - 1] ?? Math.max(height ?? 0, bottom);
    return {
      ...sourceOf(row),
      cells: {
        fixtureId,
        shelf: index + 1,
        bottomMm: Math.max(0, bottom),
        heightMm: round(above - Math.max(0, bottom)),
      },
    };
  });

interface Place {
  bay: PsaBay;
  fixtureId: string;
  shelf: number;
  position: number;
  product: PsaRow;
  code: string;
}

function draftPosition(placing: PsaPlacing, { bay, fixtureId, shelf, position, product, code }: Place): DraftRow {
  const { facings, capacity } = itemsOf(placing.row, product);
  return {
    ...sourceOf(placing.row),
    cells: {
      ...{ fixtureId, shelf, position, gtin: code, facings, capacity },
      leftMm: Math.max(0, round(placing.left - bay.left)),
      widthMm: placing.width > 0 ? placing.width : undefined,
      bottomMm: Math.max(0, placing.bottom),
      heightMm: placing.height > 0 ? placing.height : undefined,
    },
    fieldNames: { facings: `HFacings (column ${POSITION.hFacings})`, leftMm: `X (column ${POSITION.x})` },
  };
}

const round = (mm: number): number => Math.round(mm * 1_000) / 1_000;
