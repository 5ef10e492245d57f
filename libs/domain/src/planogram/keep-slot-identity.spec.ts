import fc from 'fast-check';
import { parseGtin } from '../identifiers/gtin.js';
import { type ComparedSlot, comparePlanograms } from './compare-planograms.js';
import { keepSlotIdentity } from './keep-slot-identity.js';
import type { PlanogramPosition } from './planogram.js';

const [TEA, JAM, OIL] = ['8904000210037', '7300011000017', '96385074'].map((text) => parseGtin(text)!);

const place = (fixtureId: string, shelf: number, position: number, gtin = TEA!): PlanogramPosition => ({
  ...{ fixtureId, shelf, position, gtin, facings: 2, capacity: 8, lowFacings: 1 },
});
const slot = (slotId: string, position: PlanogramPosition): ComparedSlot => ({ ...position, slotId });
const idsOf = (before: ComparedSlot[], after: PlanogramPosition[], taken: string[] = []): string[] =>
  keepSlotIdentity('shop', before, after, new Set(taken)).map(({ slotId }) => slotId);

describe('keepSlotIdentity', () => {
  const before = [slot('a', place('bay-1', 1, 1, TEA)), slot('b', place('bay-1', 1, 2, JAM))];

  it('When nothing changes, then every slot stays', () => {
    expect(idsOf(before, [place('bay-1', 1, 1, TEA), place('bay-1', 1, 2, JAM)])).toEqual(['a', 'b']);
  });

  it('When two products change places, then each takes its history along', () => {
    expect(idsOf(before, [place('bay-1', 1, 1, JAM), place('bay-1', 1, 2, TEA)])).toEqual(['b', 'a']);
  });

  it('When a product comes in between, then the others move and keep their history', () => {
    const after = [place('bay-1', 1, 1, TEA), place('bay-1', 1, 2, OIL), place('bay-1', 1, 3, JAM)];
    expect(idsOf(before, after)).toEqual(['a', 'shop-bay-1-s1-p02', 'b']);
  });

  it('When a product is replaced, then the place keeps its slot', () => {
    expect(idsOf(before, [place('bay-1', 1, 1, OIL), place('bay-1', 1, 2, JAM)])).toEqual(['a', 'b']);
  });

  it('When the file names the slot, then that counts, whatever stands there', () => {
    expect(idsOf(before, [{ ...place('bay-1', 1, 1, TEA), slotId: 'b' }, place('bay-1', 2, 1, JAM)])).toEqual([
      'b',
      'shop-bay-1-s2-p01',
    ]);
  });

  it('When a product has two places, then the nearest slots stay', () => {
    const twice = [slot('top', place('bay-1', 1, 1)), slot('low', place('bay-1', 4, 1))];
    expect(idsOf(twice, [place('bay-1', 5, 1), place('bay-1', 1, 2)])).toEqual(['low', 'top']);
  });

  it('When a product loses one of two places and the other is moved, then the nearest slot stays', () => {
    const twice = [slot('left', place('bay-1', 1, 1)), slot('right', place('bay-1', 1, 6))];
    expect(idsOf(twice, [place('bay-1', 1, 5)])).toEqual(['right']);
    expect(idsOf(twice, [place('bay-1', 1, 2)])).toEqual(['left']);
  });

  it('When a product has hundreds of places, then all of them stay, in order', () => {
    const many = Array.from({ length: 600 }, (_place, index) =>
      place('bay-1', 1 + Math.floor(index / 30), 1 + (index % 30)),
    );
    const all = many.map((row, index) => slot(`old-${index}`, row));
    const moved = many.map((row) => ({ ...row, fixtureId: 'bay-2' }));
    expect(idsOf(all, moved)).toEqual(all.map(({ slotId }) => slotId));
  });

  it('When an id is taken by a slot of former times, then a new slot gets another', () => {
    expect(idsOf([], [place('bay-1', 1, 1)], ['shop-bay-1-s1-p01'])).toEqual(['shop-bay-1-s1-p01-2']);
  });
});

const gtins = [TEA!, JAM!, OIL!];
const places = fc
  .uniqueArray(
    fc.record({ shelf: fc.integer({ min: 1, max: 3 }), position: fc.integer({ min: 1, max: 4 }), product: fc.nat(2) }),
    {
      selector: ({ shelf, position }) => `${shelf}/${position}`,
      maxLength: 12,
    },
  )
  .map((rows) => rows.map(({ shelf, position, product }) => place('bay-1', shelf, position, gtins[product]!)));
const slots = places.map((rows) => rows.map((row, index) => slot(`old-${index}`, row)));

describe('keepSlotIdentity and comparePlanograms, for any two versions', () => {
  it('every place has one id of its own, and the order of the rows does not matter', () => {
    fc.assert(
      fc.property(slots, places, (before, after) => {
        const placed = keepSlotIdentity('shop', before, after, new Set());
        expect(new Set(placed.map(({ slotId }) => slotId)).size).toBe(after.length);
        const turned = keepSlotIdentity('shop', before.toReversed(), after.toReversed(), new Set()).toReversed();
        expect(turned).toEqual(placed);
      }),
    );
  });

  it('every slot of both versions is in exactly one list, and the lists lead from one version to the other', () => {
    fc.assert(
      fc.property(slots, places, (before, after) => {
        const placed = keepSlotIdentity('shop', before, after, new Set());
        const { added, removed, changed, unchanged } = comparePlanograms(before, placed);
        expect(added.length + changed.length + unchanged.length).toBe(after.length);
        expect(removed.length + changed.length + unchanged.length).toBe(before.length);
        const gone = new Set(removed.map(({ slotId }) => slotId));
        const now = new Map(changed.map((change) => [change.slotId, change.after]));
        const led = [
          ...before.filter(({ slotId }) => !gone.has(slotId)).map((old) => now.get(old.slotId) ?? old),
          ...added,
        ];
        const order = (rows: readonly ComparedSlot[]): ComparedSlot[] =>
          rows.toSorted((a, b) => a.slotId.localeCompare(b.slotId));
        expect(order(led)).toEqual(order(placed));
      }),
    );
  });

  it('a product that stays on the fixture as often as before keeps all its slots', () => {
    fc.assert(
      fc.property(slots, fc.infiniteStream(fc.nat()), (before, random) => {
        const numbers = random.take(before.length);
        const shuffled = before
          .map(({ gtin }) => ({ gtin, by: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ gtin }, index) => place('bay-1', 1, index + 1, gtin));
        const difference = comparePlanograms(before, keepSlotIdentity('shop', before, shuffled, new Set()));
        expect([difference.added, difference.removed]).toEqual([[], []]);
        expect(difference.changed.filter(({ kinds }) => kinds.includes('product-changed'))).toEqual([]);
      }),
    );
  });
});

describe('comparePlanograms', () => {
  it('When a slot moves and gets another width, then both are said', () => {
    const { changed } = comparePlanograms(
      [slot('a', place('bay-1', 1, 1))],
      [slot('a', { ...place('bay-1', 2, 1, JAM), facings: 3 })],
    );
    expect(changed.map(({ kinds }) => kinds)).toEqual([['moved', 'resized', 'product-changed']]);
  });
});
