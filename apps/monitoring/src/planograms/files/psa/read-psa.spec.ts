import type { PlanogramProblem } from '@shelfwatch/domain';
import fc from 'fast-check';
import { board, drinksPsa, planogram, position, product, psaFile, psaRow, segment } from '../../../testing/psa-file.js';
import { type PlanogramFile, readPlanogramFile } from '../read-planogram-file.js';
import type { ReadOptions } from '../read-options.js';

const TEA = '08904000210037';
const JAM = '07300011000017';

const read = (rows: readonly string[], options: Partial<ReadOptions> = {}, header?: string[]): PlanogramFile =>
  readPlanogramFile(psaFile(rows, header), { storeId: 'corner', ...options });
const errors = ({ problems }: PlanogramFile): PlanogramProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
const placesOf = ({ planogram: read }: PlanogramFile): (string | number)[][] =>
  read!.positions.map(({ fixtureId, shelf, position: at, gtin }) => [fixtureId, shelf, at, gtin]);
/** Line of a row of `drinksPsa` in its file: three header lines and the project stand before it. */
const lineOf = (index: number): number => index + 5;

describe('readPsa', () => {
  it('When a file of the published layout is read, then bays, shelves from the top, places from the left and items come out', () => {
    const file = read(drinksPsa());
    expect(file.problems).toEqual([]);
    expect(placesOf(file)).toEqual([
      ['drinks-1', 2, 1, TEA],
      ['drinks-1', 1, 1, TEA],
      ['drinks-1', 2, 2, JAM],
      ['drinks-2', 1, 1, JAM],
    ]);
    const { fixtures, positions, products } = file.planogram!;
    expect(positions[0]).toMatchObject({
      facings: 3,
      capacity: 24,
      lowFacings: 1,
      leftMm: 0,
      widthMm: 240,
      bottomMm: 200,
    });
    expect(positions[3]).toMatchObject({ facings: 1, capacity: 5, leftMm: 500 });
    expect(fixtures[0]).toEqual({
      ...{ fixtureId: 'drinks-1', name: 'drinks-1', aisle: '', widthMm: 1000, heightMm: 1800 },
      shelves: [
        { shelf: 1, bottomMm: 700, heightMm: 1100 },
        { shelf: 2, bottomMm: 200, heightMm: 500 },
      ],
    });
    expect(products[0]).toEqual({
      ...{ gtin: TEA, name: 'Thé "vert", 20 sachets', brand: 'Leaf', category: 'Drinks' },
      ...{ widthMm: 80, heightMm: 200, depthMm: 80, priceCents: 250, casePack: 12 },
    });
  });

  it.each([
    ['PROSPACE SCHEMATIC FILE', ';V8.0.1.2'],
    ['PROSPACE SCHEMATIC FILE   ', '; Version 2017.2.0', '; Codepage=1252'],
    ['PROSPACE SCHEMATIC FILE; Version 2024.4.0', '; Codepage=1252'],
  ])('When the header is that of another version (%s, %s), then the file is read all the same', (...header) => {
    expect(placesOf(read(drinksPsa(), {}, header))).toHaveLength(4);
  });

  it('When a file is in UTF-8 and says so, then names keep their letters', () => {
    const rows = ['PROSPACE SCHEMATIC FILE', '; Codepage=65001', ...drinksPsa()].join('\n');
    const file = readPlanogramFile(Buffer.from(rows, 'utf8'), { storeId: 'corner' });
    expect(file.planogram?.products[0]?.name).toBe('Thé "vert", 20 sachets');
  });

  it('When our ids are given for the bays, then they are used from the left', () => {
    const file = read(drinksPsa(), { fixtureIds: ['bay-7', 'bay-8'] });
    expect(file.planogram!.fixtures.map(({ fixtureId }) => fixtureId)).toEqual(['bay-7', 'bay-8']);
    expect(errors(read(drinksPsa(), { fixtureIds: ['bay-7'] }))[0]!.message).toContain('2 bays');
  });

  it('When a file has several planograms, then one is chosen by name, or all are listed', () => {
    const rows = [
      ...drinksPsa(),
      planogram('Jars', 50, 100),
      board(0, 50, 10),
      position('', '7300011000017', { x: 0, y: 10, width: 8, across: 1 }),
    ];
    expect(errors(read(rows))[0]!.message).toContain('"Drinks" (line 7), "Jars" (line 17)');
    expect(placesOf(read(rows, { planogramName: 'Jars' }))).toEqual([['jars-1', 1, 1, JAM]]);
    expect(placesOf(read(rows, { planogramName: 'Drinks' }))).toHaveLength(4);
    expect(errors(read(rows, { planogramName: 'Toys' }))[0]!.message).toContain('0 planograms of the name "Toys"');
  });

  it('When all shelves are listed before all positions, then heights tell what stands where', () => {
    const rows = drinksPsa().toSorted((a, b) => Number(a.startsWith('Position')) - Number(b.startsWith('Position')));
    expect(placesOf(read(rows))).toEqual(placesOf(read(drinksPsa())));
  });

  it('When the program measures in inches, then millimetres come out all the same', () => {
    expect(read(drinksPsa(), { lengthUnit: 'inch' }).planogram!.fixtures[0]!.widthMm).toBe(2540);
  });

  it('When segments keep their place in X, or nowhere, then they stand where they belong', () => {
    const withSegments = (...segments: string[]): string[] => [
      ...drinksPsa().filter((row) => !row.startsWith('Segment')),
      ...segments,
    ];
    expect(placesOf(read(withSegments(segment(0, 100, { 3: 0 }), segment(0, 100, { 3: 100 }))))).toEqual(
      placesOf(read(drinksPsa())),
    );
    expect(placesOf(read(withSegments(segment(0, 100), segment(0, 100))))).toEqual(placesOf(read(drinksPsa())));
    expect(read(withSegments()).planogram!.fixtures.map(({ widthMm }) => widthMm)).toEqual([2000]);
  });

  it('When products stand in trays, then items are counted and not trays', () => {
    const rows = drinksPsa();
    rows[0] = product('8904000210037', '4711', 'Tea', { 49: 3, 50: 1, 51: 4, 52: 12 });
    rows[6] = position('8904000210037', '4711', { x: 0, y: 20, width: 48, across: 2, up: 2 }, { 13: 1 });
    rows.splice(7, 1);
    expect(read(rows).planogram!.positions[0]).toMatchObject({ facings: 6, capacity: 48 });
  });

  it('When products hang on a pegboard, then each row of hooks is a shelf', () => {
    const hang = (x: number, y: number): string => position('8904000210037', '4711', { x, y, width: 10, across: 1 });
    const rows = [
      drinksPsa()[0]!,
      planogram('Pegs', 100, 180),
      psaRow('Fixture', { 1: 7, 4: 0, 5: 100, 6: 40, 7: 120 }),
    ];
    const file = read([...rows, hang(0, 120), hang(20, 120), hang(0, 60)]);
    expect(placesOf(file).map(([, shelf, at]) => [shelf, at])).toEqual(
      expect.arrayContaining([
        [1, 1],
        [1, 2],
        [2, 1],
      ]),
    );
  });

  it.each([
    ['a wrong check digit', 0, product('8904000210038', '4711', 'Tea'), 'UPC (column 1)', /wrong check digit; 7/],
    ['no product', 6, position('999', '999', { x: 0, y: 20, width: 24, across: 3 }), 'UPC (column 1)', /no product/],
    [
      'letters for facings',
      6,
      position('8904000210037', '4711', { x: 0, y: 20, width: 24, across: 3 }, { 14: 'x' }),
      'HFacings (column 14)',
      /"x"/,
    ],
    [
      'no facings',
      6,
      position('8904000210037', '4711', { x: 0, y: 20, width: 24, across: 3 }, { 14: '' }),
      'HFacings (column 14)',
      /empty/,
    ],
    [
      'letters for its place',
      6,
      position('8904000210037', '4711', { x: 0, y: 20, width: 24, across: 3 }, { 4: 'left' }),
      'x (column 4)',
      /no number/,
    ],
    ['too few cells', 6, 'Position,8904000210037,4711,,0,24', 'y (column 6)', /ends after 6 cells/],
    ['no width', 3, segment(0, 0), 'width (column 4)', /not above zero/],
  ])('When a row has %s, then its line and column are named', (_what, index, row, field, message) => {
    const rows = drinksPsa();
    rows[index] = row;
    const file = read(rows);
    expect(file.planogram).toBeUndefined();
    expect(errors(file)).toContainEqual(
      expect.objectContaining({ line: lineOf(index), field, message: expect.stringMatching(message) as string }),
    );
  });

  it('When a row is of no known type, then that is said and the rest is read', () => {
    const file = read([...drinksPsa(), 'Posixtion,1,2']);
    expect(file.planogram).toBeDefined();
    expect(file.problems).toEqual([expect.objectContaining({ severity: 'warning', line: lineOf(12), field: 'type' })]);
  });

  it('When a position stands on nothing, then it is named', () => {
    const rows = drinksPsa().filter((row) => !row.startsWith('Fixture'));
    expect(errors(read(rows)).map(({ message }) => message)).toContain('stands on no shelf');
  });
});

describe('readPsa with broken files', () => {
  const whole = psaFile(drinksPsa());
  const isAnswered = ({ planogram: read, problems }: PlanogramFile): void => {
    expect(read === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    for (const { message, advice } of problems) expect(message !== '' && advice !== '').toBe(true);
  };

  it('When a file is cut off anywhere, then there is an answer, and a cut row is named', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        isAnswered(readPlanogramFile(whole.subarray(0, length), { storeId: 'corner' }, 'psa'));
      }),
    );
    const lastRow = whole.lastIndexOf('Position');
    const { problems } = readPlanogramFile(whole.subarray(0, lastRow + 30), { storeId: 'corner' });
    expect(problems.at(-1)).toMatchObject({ severity: 'error', line: lineOf(11) });
  });

  it('When bytes are changed anywhere, then there is an answer', () => {
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(44, 92, 10, 0, 45)),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const broken = Buffer.from(whole);
        for (const { at, byte } of changes) broken[at] = byte;
        isAnswered(readPlanogramFile(broken, { storeId: 'corner' }, 'psa'));
      }),
    );
  });

  it('When rows are dropped, doubled or put in another order, then there is an answer', () => {
    const rows = drinksPsa();
    fc.assert(fc.property(fc.array(fc.constantFrom(...rows), { maxLength: 30 }), (some) => isAnswered(read(some))));
  });
});
