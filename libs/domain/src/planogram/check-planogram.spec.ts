import fc from 'fast-check';
import { checkPlanogram } from './check-planogram.js';
import type { DraftRow, PlanogramDraft } from './planogram-draft.js';

const TEA = '8904000210037';
const JAM = '7300011000017';

const row = (line: number, cells: DraftRow['cells']): DraftRow => ({ line, record: 'row', cells });
const position = (line: number, cells: DraftRow['cells'] = {}): DraftRow =>
  row(line, { fixtureId: 'bay-1', shelf: 1, position: line - 3, gtin: TEA, facings: 2, capacity: 8, ...cells });

const draft = (changes: Partial<PlanogramDraft> = {}): PlanogramDraft => ({
  name: 'Drinks',
  products: [row(1, { gtin: TEA, name: 'Tea' }), row(2, { gtin: JAM, name: 'Jam', priceCents: '250', casePack: '6' })],
  fixtures: [row(3, { fixtureId: 'bay-1', widthMm: 1000 })],
  shelves: [],
  positions: [position(4), position(5, { gtin: JAM })],
  ...changes,
});

const errorsOf = (changes: Partial<PlanogramDraft>): [number | null, string][] =>
  checkPlanogram(draft(changes)).problems.map(({ line, field }) => [line, field]);

describe('checkPlanogram', () => {
  it('When all rows are right, then they become a planogram with defaults for what may be left out', () => {
    const { planogram, problems } = checkPlanogram(draft());
    expect(problems).toEqual([]);
    expect(planogram).toEqual({
      name: 'Drinks',
      products: [
        { gtin: `0${TEA}`, name: 'Tea' },
        { gtin: `0${JAM}`, name: 'Jam', priceCents: 250, casePack: 6 },
      ],
      fixtures: [{ fixtureId: 'bay-1', name: 'bay-1', aisle: '', widthMm: 1000, shelves: [] }],
      positions: [
        { fixtureId: 'bay-1', shelf: 1, position: 1, gtin: `0${TEA}`, facings: 2, capacity: 8, lowFacings: 1 },
        { fixtureId: 'bay-1', shelf: 1, position: 2, gtin: `0${JAM}`, facings: 2, capacity: 8, lowFacings: 1 },
      ],
    });
  });

  it('When a row is wrong as a product and as a place, then that is said once; in another row it is another problem', () => {
    const wrong = { gtin: '8904000210038' };
    const problems = errorsOf({ products: [row(4, wrong)], positions: [position(4, wrong), position(5, wrong)] });
    expect(problems.filter(([, field]) => field === 'gtin')).toEqual([
      [4, 'gtin'],
      [5, 'gtin'],
    ]);
  });

  it.each([
    ['a wrong check digit', { gtin: '8904000210038' }, 'gtin'],
    ['no product of that number', { gtin: '96385074' }, 'gtin'],
    ['no such fixture', { fixtureId: 'bay-9' }, 'fixtureId'],
    ['half a facing', { facings: '1.5' }, 'facings'],
    ['no facings', { facings: '' }, 'facings'],
    ['a place that is taken', { position: 1 }, 'position'],
    ['less capacity than facings', { capacity: 1 }, 'capacity'],
    ['a threshold that is always reached', { lowFacings: 2 }, 'lowFacings'],
    ['a decimal comma', { leftMm: '12,5' }, 'leftMm'],
    ['a character that no database takes', { fixtureId: 'bay\u00001' }, 'fixtureId'],
  ])('When a position has %s, then its line and field are named', (_what, cells, field) => {
    const { planogram, problems } = checkPlanogram(draft({ positions: [position(4), position(5, cells)] }));
    expect(planogram).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ line: 5, field, severity: 'error' }));
    expect(problems.every(({ message, advice }) => message !== '' && advice !== '')).toBe(true);
  });

  it('When several rows are wrong, then all are named, in the order of the file', () => {
    const products = [row(1, { gtin: TEA, widthMm: -1 }), row(2, { gtin: JAM, name: 'Jam', casePack: 0 })];
    const positions = [position(4, { shelf: 0 }), position(5, { facings: 99 })];
    expect(errorsOf({ products, positions })).toEqual([
      [1, 'widthMm'],
      [2, 'casePack'],
      [4, 'shelf'],
      [5, 'facings'],
    ]);
  });

  it('When a row cannot be read, then rows that refer to it are not blamed for it', () => {
    const products = [row(1, { gtin: '123', name: 'Tea' }), row(2, { gtin: JAM, name: 'Jam' })];
    expect(errorsOf({ products })).toEqual([[1, 'gtin']]);
  });

  it('When places overlap, reach beyond the fixture or are numbered from the right, then that is a warning', () => {
    const positions = [
      position(4, { leftMm: 500, widthMm: 300 }),
      position(5, { leftMm: 100, widthMm: 400 }),
      position(6, { leftMm: 400, widthMm: 700 }),
    ];
    const { planogram, problems } = checkPlanogram(draft({ positions }));
    expect(planogram).toBeDefined();
    expect(problems.map(({ line, severity }) => [line, severity])).toEqual([
      [5, 'warning'],
      [6, 'warning'],
      [6, 'warning'],
    ]);
  });

  it('When a position stands on a shelf that its fixture has not, then it is refused', () => {
    const shelves = [row(3, { fixtureId: 'bay-1', shelf: 2, bottomMm: 0, heightMm: 300 })];
    expect(errorsOf({ shelves })).toEqual([
      [4, 'shelf'],
      [5, 'shelf'],
    ]);
  });

  it('When a file has far more rows than a store has slots, then it is refused at once', () => {
    const positions = Array.from({ length: 20_001 }, (_row, index) => position(index + 4));
    expect(errorsOf({ positions })).toEqual([[null, 'positions']]);
  });

  it('When nothing has a place, then the file is refused', () => {
    expect(errorsOf({ positions: [] })).toEqual([[null, 'positions']]);
  });

  it('When rows hold anything at all, then there is an answer: a planogram, or errors with their lines', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.constantFrom(undefined, '', TEA, JAM, 'bay-1', '1', 1, 'NaN'));
    const names = ['gtin', 'name', 'fixtureId', 'slotId', 'shelf', 'position', 'facings', 'capacity', 'lowFacings'];
    const cells = fc.dictionary(fc.constantFrom(...names, 'leftMm', 'bottomMm', 'heightMm'), cell);
    const rows = fc.array(
      fc.tuple(fc.nat(99), cells).map(([line, values]) => row(line, values)),
      { maxLength: 6 },
    );
    const record = { name: fc.string(), products: rows, fixtures: rows, shelves: rows, positions: rows };
    fc.assert(
      fc.property(fc.record(record), (any) => {
        const { planogram, problems } = checkPlanogram(any);
        expect(planogram === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      }),
    );
  });
});
