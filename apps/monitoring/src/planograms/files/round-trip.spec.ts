import { gs1CheckDigit, parseGtin, type Planogram } from '@shelfwatch/domain';
import fc from 'fast-check';
import { drinksPsa, psaFile } from '../../testing/psa-file.js';
import { writePlanogramCsv } from './csv/write-planogram-csv.js';
import { writePlanogramJson } from './json/write-planogram-json.js';
import { type PlanogramFile, readPlanogramFile } from './read-planogram-file.js';

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
/** Text as files have it: any script, quotes, delimiters, what a spreadsheet takes for a formula. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      '-5',
      '+49',
      '@x',
      'a,b;c',
      'say "hi"',
      'two\nlines',
      'Käse',
      '豆腐',
      '__proto__',
      '0',
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const millimetres = fc
  .double({ min: 0, max: 10_000, noNaN: true })
  .map((value) => Math.abs(Math.round(value * 1_000) / 1_000));
const gtins = fc
  .uniqueArray(fc.stringMatching(/^\d{13}$/), { minLength: 1, maxLength: 4 })
  .map((bodies) => bodies.map((body) => parseGtin(`${body}${gs1CheckDigit(body)}`)!));

const withoutUndefined = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Any planogram that passes its own checks. */
const anyPlanogram: fc.Arbitrary<Planogram> = fc
  .tuple(gtins, fc.uniqueArray(words, { minLength: 1, maxLength: 3 }))
  .chain(([products, fixtureIds]) => {
    const product = fc.record({
      ...{ name: optional(words), brand: optional(words), category: optional(words), supplierId: optional(words) },
      ...{ widthMm: optional(millimetres), heightMm: optional(millimetres), depthMm: optional(millimetres) },
      ...{ priceCents: optional(fc.nat(99_999)), casePack: optional(fc.integer({ min: 1, max: 48 })) },
    });
    const shelf = fc.record({ bottomMm: millimetres, heightMm: millimetres });
    const fixture = fc.record({
      ...{ name: words, aisle: fc.oneof(words, fc.constant('')) },
      ...{ widthMm: optional(millimetres), heightMm: optional(millimetres) },
      shelves: fc.array(shelf, { maxLength: 3 }),
    });
    const place = fc.record({
      ...{
        fixture: fc.nat(fixtureIds.length - 1),
        product: fc.nat(products.length - 1),
        shelf: fc.integer({ min: 1, max: 3 }),
      },
      ...{ facings: fc.integer({ min: 1, max: 50 }), more: fc.nat(40), low: fc.nat(49), hasId: fc.boolean() },
      ...{
        leftMm: optional(millimetres),
        widthMm: optional(millimetres),
        bottomMm: optional(millimetres),
        heightMm: optional(millimetres),
      },
    });
    const shape = fc.tuple(
      fc.oneof(words, fc.constant('')),
      fc.array(product, { minLength: products.length, maxLength: products.length }),
      fc.array(fixture, { minLength: fixtureIds.length, maxLength: fixtureIds.length }),
      fc.array(place, { minLength: 1, maxLength: 6 }),
    );
    return shape.map(([name, productRows, fixtureRows, places]) =>
      withoutUndefined<Planogram>({
        name,
        products: productRows.map((row, at) => ({ ...row, gtin: products[at]! })),
        fixtures: fixtureRows.map((row, at) => ({
          ...row,
          fixtureId: fixtureIds[at]!,
          shelves: row.shelves.map((value, index) => ({ shelf: index + 1, ...value })),
        })),
        positions: places.map(
          ({ fixture: at, product: which, shelf: number, more, low, hasId, facings, ...extent }, index) => ({
            ...(hasId ? { slotId: `slot ${index}` } : {}),
            fixtureId: fixtureIds[at]!,
            shelf:
              fixtureRows[at]!.shelves.length === 0 ? number : ((number - 1) % fixtureRows[at]!.shelves.length) + 1,
            position: index + 1,
            gtin: products[which]!,
            facings,
            capacity: facings + more,
            lowFacings: low % facings,
            ...extent,
          }),
        ),
      }),
    );
  });

/** Files need not keep the order of products, fixtures and places. */
const inOrder = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
const canonical = ({ name, products, fixtures, positions }: Planogram): Planogram => ({
  name,
  products: inOrder(products, ({ gtin }) => gtin),
  fixtures: inOrder(fixtures, ({ fixtureId }) => fixtureId),
  positions: inOrder(positions, (place) => JSON.stringify([place.fixtureId, place.shelf, place.position])),
});
const read = (text: string): PlanogramFile => readPlanogramFile(Buffer.from(text, 'utf8'), { storeId: 'corner' });

describe('round trip', () => {
  it.each([
    ['JSON', writePlanogramJson],
    ['CSV', writePlanogramCsv],
  ])('When any planogram is written as %s and read again, then it is the same', (_format, write) => {
    fc.assert(
      fc.property(anyPlanogram, (planogram) => {
        const back = read(write(planogram));
        expect(back.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(canonical(back.planogram!)).toEqual(canonical(planogram));
      }),
    );
  });

  it('When a .psa file is exported as JSON and as CSV, then both lead back to the same planogram', () => {
    const { planogram } = readPlanogramFile(psaFile(drinksPsa()), { storeId: 'corner' });
    expect(canonical(read(writePlanogramJson(planogram!)).planogram!)).toEqual(canonical(planogram!));
    expect(canonical(read(writePlanogramCsv(planogram!)).planogram!)).toEqual(canonical(planogram!));
  });
});

describe('readPlanogramJson', () => {
  it('When a comma is missing, then the line is named', () => {
    const broken = '{\n  "name": "Drinks",\n  "products": []\n  "fixtures": []\n}';
    expect(read(broken).problems).toEqual([expect.objectContaining({ severity: 'error', line: 4 })]);
  });

  it('When lists or rows are of the wrong kind, then each is named by its path', () => {
    const { problems } = read(
      JSON.stringify({ products: {}, fixtures: [{ fixtureId: 'a', shelves: [7] }], positions: ['x'] }),
    );
    expect(problems.map(({ record, field }) => [record, field])).toEqual(
      expect.arrayContaining([
        ['file', 'products'],
        ['fixtures.0.shelves.0', ''],
        ['positions.0', ''],
      ]),
    );
  });
});

describe.each([
  ['JSON', 'json', writePlanogramJson],
  ['CSV', 'csv', writePlanogramCsv],
] as const)('broken %s files', (_name, format, write) => {
  const whole = Buffer.from(write(readPlanogramFile(psaFile(drinksPsa()), { storeId: 'corner' }).planogram!));
  const isAnswered = (bytes: Uint8Array): void => {
    const { planogram, problems } = readPlanogramFile(bytes, { storeId: 'corner' }, format);
    expect(planogram === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
  };

  it('When the file is cut off anywhere, then there is an answer', () => {
    fc.assert(fc.property(fc.nat(whole.length), (length) => isAnswered(whole.subarray(0, length))));
  });

  it('When bytes are changed anywhere, then there is an answer', () => {
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(34, 44, 59, 10, 0)),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const broken = Buffer.from(whole);
        for (const { at, byte } of changes) broken[at] = byte;
        isAnswered(broken);
      }),
    );
  });

  it('When the file is anything at all, then there is an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        isAnswered,
      ),
    );
  });
});
