import type { InventoryBalance } from './inventory-balance.js';
import { type InventoryMovement, type MovementDetails, movementProblem } from './movement.js';

/** Signed while folding: what is missing on the shelf by the book may turn out to have been in the back room. */
interface Ledger {
  shelf: number;
  backroom: number;
  reserved: number;
  onOrder: number;
  seen: InventoryBalance['seen'];
  countedAt: InventoryBalance['countedAt'];
}

/**
 * The balance that movements of one product in one store give. They count in the order in which they happened, each
 * key once, so that neither the order in which they arrive nor repetition matters. A count replaces the figures that
 * it names: what happened before it, told late, changes nothing any more. Movements at the same instant: counts last.
 *
 * @throws RangeError for a movement that {@link movementProblem} objects to
 */
export function foldMovements(movements: Iterable<InventoryMovement>): InventoryBalance {
  const ordered = inOrder(movements);
  const ledger: Ledger = {
    ...{ shelf: 0, backroom: 0, reserved: 0, onOrder: 0 },
    seen: null,
    countedAt: { shelf: null, backroom: null },
  };
  for (const { details, effectiveAt } of ordered) apply(ledger, details, effectiveAt);
  return toBalance(ledger, ordered.at(-1)?.effectiveAt ?? null);
}

/** Each key once, as they happened. */
function inOrder(movements: Iterable<InventoryMovement>): InventoryMovement[] {
  const sorted = [...movements].map((movement) => ({ movement, rank: rankOf(movement) }));
  sorted.sort((a, b) => compare(a.movement, b.movement) || (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const once = new Map<string, InventoryMovement>();
  // Were one key ever given to two different movements, the earlier one counts, whichever came first.
  for (const { movement } of sorted) {
    if (!once.has(movement.idempotencyKey)) once.set(movement.idempotencyKey, movement);
  }
  return [...once.values()];
}

function compare(a: InventoryMovement, b: InventoryMovement): number {
  const byTime = a.effectiveAt.getTime() - b.effectiveAt.getTime();
  return byTime || Number(a.details.kind === 'count') - Number(b.details.kind === 'count');
}

function rankOf(movement: InventoryMovement): string {
  const problem = movementProblem(movement);
  if (problem !== undefined) throw new RangeError(`Movement ${movement.idempotencyKey}: ${problem}.`);
  const { details, idempotencyKey } = movement;
  const entries = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${idempotencyKey}\0${JSON.stringify(entries)}`;
}

function apply(ledger: Ledger, details: MovementDetails, at: Date): void {
  switch (details.kind) {
    case 'delivery':
      ledger[details.place] += details.quantity;
      ledger.onOrder -= details.fromOrder;
      return;
    case 'sale':
      ledger.shelf -= details.quantity;
      return;
    case 'correction':
      ledger[details.place] += details.quantity;
      return;
    case 'transfer':
      ledger.backroom -= details.quantity;
      ledger.shelf += details.quantity;
      return;
    case 'reservation':
      ledger.reserved += details.quantity;
      return;
    case 'order':
      ledger.onOrder += details.quantity;
      return;
    case 'shelf-evidence':
      return applyEvidence(ledger, details.shelf, at);
    case 'count':
      return applyCount(ledger, details, at);
  }
}

/** The rest of what the book has must be in the back room. What the book does not have is not invented. */
function applyEvidence(ledger: Ledger, shelf: number, at: Date): void {
  const total = ledger.shelf + ledger.backroom;
  ledger.shelf = Math.min(shelf, Math.max(0, total));
  ledger.backroom = total - ledger.shelf;
  ledger.seen = { shelf, at };
}

function applyCount(ledger: Ledger, count: MovementDetails & { kind: 'count' }, at: Date): void {
  // Goods carried over unnoticed: a count of one place must not make up for a wrong split of the other.
  if (count.shelf === undefined || count.backroom === undefined) Object.assign(ledger, settled(ledger));
  if (count.shelf !== undefined) ledger.seen = null;
  for (const place of ['shelf', 'backroom'] as const) {
    const figure = count[place];
    if (figure === undefined) continue;
    ledger[place] = figure;
    ledger.countedAt = { ...ledger.countedAt, [place]: at };
  }
  ledger.reserved = count.reserved ?? ledger.reserved;
  ledger.onOrder = count.onOrder ?? ledger.onOrder;
}

/** One place under zero means that goods were carried over unnoticed: the other place gave them, as far as it could. */
function settled({ shelf, backroom }: Pick<Ledger, 'shelf' | 'backroom'>): Pick<Ledger, 'shelf' | 'backroom'> {
  const total = shelf + backroom;
  if (shelf < 0) return { shelf: Math.min(0, total), backroom: Math.max(0, total) };
  if (backroom < 0) return { shelf: Math.max(0, total), backroom: Math.min(0, total) };
  return { shelf, backroom };
}

function toBalance(ledger: Ledger, asOf: Date | null): InventoryBalance {
  const { shelf, backroom } = settled(ledger);
  return {
    shelf: Math.max(0, shelf),
    backroom: Math.max(0, backroom),
    reserved: Math.max(0, ledger.reserved),
    onOrder: Math.max(0, ledger.onOrder),
    shortfall: Math.max(0, -(shelf + backroom)),
    seen: ledger.seen,
    countedAt: ledger.countedAt,
    asOf,
  };
}
