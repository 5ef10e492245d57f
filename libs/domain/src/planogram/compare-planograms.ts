import type { Slot } from '../shelf/slot.js';

/** What a comparison looks at: a slot, whichever version of a planogram it comes from. */
export type ComparedSlot = Pick<
  Slot,
  'slotId' | 'fixtureId' | 'shelf' | 'position' | 'gtin' | 'facings' | 'capacity' | 'lowFacings'
>;

export type SlotChangeKind = 'moved' | 'resized' | 'product-changed';

/** A slot that stays, with its history, and is not as it was. */
export interface SlotChange {
  slotId: string;
  /** At least one. */
  kinds: SlotChangeKind[];
  before: ComparedSlot;
  after: ComparedSlot;
}

/** Every slot of both versions is in exactly one of the lists. In the order of the shelves. */
export interface PlanogramDifference {
  added: ComparedSlot[];
  removed: ComparedSlot[];
  changed: SlotChange[];
  unchanged: ComparedSlot[];
}

/** What differs between two versions of the same fixtures. A slot is the same when its id is. Pure and deterministic. */
export function comparePlanograms(
  before: readonly ComparedSlot[],
  after: readonly ComparedSlot[],
): PlanogramDifference {
  const old = new Map(before.map((slot) => [slot.slotId, pick(slot)]));
  const kept = new Set<string>();
  const difference: PlanogramDifference = { added: [], removed: [], changed: [], unchanged: [] };
  for (const slot of after.map(pick).toSorted(byPlace)) {
    const was = old.get(slot.slotId);
    if (was === undefined) {
      difference.added.push(slot);
      continue;
    }
    kept.add(slot.slotId);
    const kinds = changesOf(was, slot);
    if (kinds.length === 0) difference.unchanged.push(slot);
    else difference.changed.push({ slotId: slot.slotId, kinds, before: was, after: slot });
  }
  difference.removed = [...old.values()].filter(({ slotId }) => !kept.has(slotId)).toSorted(byPlace);
  return difference;
}

function changesOf(before: ComparedSlot, after: ComparedSlot): SlotChangeKind[] {
  const differs = (...keys: (keyof ComparedSlot)[]): boolean => keys.some((key) => before[key] !== after[key]);
  return [
    ...(differs('fixtureId', 'shelf', 'position') ? ['moved' as const] : []),
    ...(differs('facings', 'capacity', 'lowFacings') ? ['resized' as const] : []),
    ...(differs('gtin') ? ['product-changed' as const] : []),
  ];
}

const pick = (slot: ComparedSlot): ComparedSlot => {
  const { slotId, fixtureId, shelf, position, gtin, facings, capacity, lowFacings } = slot;
  return { slotId, fixtureId, shelf, position, gtin, facings, capacity, lowFacings };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fixture by fixture, top shelf first, from the left. */
export const byPlace = (
  a: Pick<ComparedSlot, 'fixtureId' | 'shelf' | 'position'>,
  b: Pick<ComparedSlot, 'fixtureId' | 'shelf' | 'position'>,
): number => compareText(a.fixtureId, b.fixtureId) || a.shelf - b.shelf || a.position - b.position;
