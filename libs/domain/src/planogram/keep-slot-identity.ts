import { byPlace, type ComparedSlot } from './compare-planograms.js';
import { groupBy } from './group-by.js';
import type { PlacedPosition, PlanogramPosition } from './planogram.js';

/**
 * Gives every place of a new version the identity of the slot that it continues, so that the slot's history goes on, and new slots an id of their own.
 * In this order, each slot at most once:
 *
 * 1. the slot that the file names;
 * 2. the same product at the same place;
 * 3. the same product on the same fixture, the nearest first: it was moved;
 * 4. the same product on another of the fixtures: it was moved;
 * 5. another product at the same place: the product was changed.
 *
 * Pure and deterministic: the order of the rows does not matter.
 *
 * @param before the slots that the fixtures have until then
 * @param takenIds slot ids that a new slot must not get
 */
export function keepSlotIdentity(
  storeId: string,
  before: readonly ComparedSlot[],
  positions: readonly PlanogramPosition[],
  takenIds: ReadonlySet<string>,
): PlacedPosition[] {
  const waiting = new Set(positions.toSorted(byPlace));
  const named = new Set(positions.flatMap(({ slotId }) => slotId ?? []));
  const free = new Set(before.toSorted(byPlace).filter(({ slotId }) => !named.has(slotId)));
  const idOf = new Map<PlanogramPosition, string>();
  const give = (position: PlanogramPosition, slotId: string): void => {
    idOf.set(position, slotId);
    waiting.delete(position);
  };
  for (const position of waiting) if (position.slotId !== undefined) give(position, position.slotId);
  for (const keyOf of RULES) {
    for (const { position, slot } of pairs(waiting, free, keyOf)) {
      if (!waiting.has(position) || !free.has(slot)) continue;
      give(position, slot.slotId);
      free.delete(slot);
    }
  }
  const taken = new Set([...takenIds, ...named, ...before.map(({ slotId }) => slotId)]);
  for (const position of waiting) give(position, newSlotId(storeId, position, taken));
  return positions.map((position) => ({ ...position, slotId: idOf.get(position)! }));
}

type KeyOf = (place: Pick<ComparedSlot, 'gtin' | 'fixtureId' | 'shelf' | 'position'>) => string;

/** A place continues a slot when their keys are equal. */
const RULES: readonly KeyOf[] = [
  ({ gtin, fixtureId, shelf, position }) => JSON.stringify([gtin, fixtureId, shelf, position]),
  ({ gtin, fixtureId }) => JSON.stringify([gtin, fixtureId]),
  ({ gtin }) => gtin,
  ({ fixtureId, shelf, position }) => JSON.stringify([fixtureId, shelf, position]),
];

/** More pairs than this of one key (a product with hundreds of places) are not sorted by distance. */
const MOST_PAIRS = 100_000;

/** Nearest first within each key; the sort is stable, so that equal distances stay in the order of the shelves. */
function pairs(
  positions: ReadonlySet<PlanogramPosition>,
  slots: ReadonlySet<ComparedSlot>,
  keyOf: KeyOf,
): { position: PlanogramPosition; slot: ComparedSlot }[] {
  const slotsByKey = groupBy(slots, keyOf);
  return [...groupBy(positions, keyOf)].flatMap(([key, some]) => {
    const candidates = slotsByKey.get(key) ?? [];
    if (some.length * candidates.length > MOST_PAIRS) {
      return some.slice(0, candidates.length).map((position, index) => ({ position, slot: candidates[index]! }));
    }
    const found = some.flatMap((position) => candidates.map((slot) => ({ position, slot })));
    return found.toSorted((a, b) => distance(a.position, a.slot) - distance(b.position, b.slot));
  });
}

/** A shelf further counts as much as a whole shelf of places. */
const distance = (position: PlanogramPosition, slot: ComparedSlot): number =>
  Math.abs(position.shelf - slot.shelf) * 1_000 + Math.abs(position.position - slot.position);

function newSlotId(storeId: string, { fixtureId, shelf, position }: PlanogramPosition, taken: Set<string>): string {
  const fixture = fixtureId.startsWith(storeId) ? fixtureId : `${storeId}-${fixtureId}`;
  const base = `${fixture}-s${shelf}-p${String(position).padStart(2, '0')}`;
  let slotId = base;
  for (let count = 2; taken.has(slotId); count += 1) slotId = `${base}-${count}`;
  taken.add(slotId);
  return slotId;
}
