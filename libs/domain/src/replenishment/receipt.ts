import type { ReorderState } from './reorder.js';

/** What a delivery does to its reorder. */
export interface Receipt {
  state: Extract<ReorderState, 'PARTLY_RECEIVED' | 'RECEIVED'>;
  /** Items that came in all. */
  received: number;
  /** Items more than were ordered. */
  surplus: number;
  /** Came after the day on which it was expected. */
  isLate: boolean;
}

const DAY_MS = 86_400_000;

/**
 * What becomes of a reorder when goods come: partly, all of it, too much, or late. Too much is taken as it came, since
 * it is in the store.
 *
 * @param items that came now, ≥ 1
 */
export function receive(
  order: { quantity: number; received: number; expectedAt: Date | null },
  items: number,
  at: Date,
): Receipt {
  const received = order.received + items;
  return {
    state: received < order.quantity ? 'PARTLY_RECEIVED' : 'RECEIVED',
    received,
    surplus: Math.max(0, received - order.quantity),
    isLate: order.expectedAt !== null && at.getTime() >= order.expectedAt.getTime() + DAY_MS,
  };
}

/** From when on a reorder counts as expired: expected arrival, or lead time after the request, plus the days of grace. */
export const expiryOf = (
  order: { requestedAt: Date; expectedAt: Date | null },
  rules: { leadTimeDays: number; graceDays: number },
): Date =>
  new Date(
    (order.expectedAt ?? new Date(order.requestedAt.getTime() + rules.leadTimeDays * DAY_MS)).getTime() +
      rules.graceDays * DAY_MS,
  );
