/** Life cycle of a reorder. */
export const REORDER_STATES = [
  'PROPOSED',
  'APPROVED',
  'SENT',
  'ACKED',
  'CHANGED',
  'REJECTED',
  'SHIPPED',
  'PARTLY_RECEIVED',
  'RECEIVED',
  'CLOSED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
] as const;
export type ReorderState = (typeof REORDER_STATES)[number];

/**
 * From each state, the states that may follow. Suppliers answer late and partly: an acknowledgement may come after an
 * expiry, goods may arrive without one, and a failed message may be sent again.
 */
const NEXT: Readonly<Record<ReorderState, readonly ReorderState[]>> = {
  PROPOSED: ['APPROVED', 'CANCELLED', 'EXPIRED'],
  APPROVED: ['SENT', 'FAILED', 'CANCELLED', 'EXPIRED'],
  SENT: ['ACKED', 'CHANGED', 'REJECTED', 'SHIPPED', 'PARTLY_RECEIVED', 'RECEIVED', 'FAILED', 'CANCELLED', 'EXPIRED'],
  ACKED: ['CHANGED', 'REJECTED', 'SHIPPED', 'PARTLY_RECEIVED', 'RECEIVED', 'CANCELLED', 'EXPIRED'],
  CHANGED: ['CHANGED', 'ACKED', 'REJECTED', 'SHIPPED', 'PARTLY_RECEIVED', 'RECEIVED', 'CANCELLED', 'EXPIRED'],
  SHIPPED: ['PARTLY_RECEIVED', 'RECEIVED', 'CANCELLED', 'EXPIRED'],
  // The rest may still come, or not: then the order is closed with what came.
  PARTLY_RECEIVED: ['PARTLY_RECEIVED', 'RECEIVED', 'CLOSED', 'EXPIRED', 'CANCELLED'],
  RECEIVED: ['CLOSED'],
  EXPIRED: ['ACKED', 'SHIPPED', 'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED'],
  FAILED: ['SENT', 'CANCELLED'],
  REJECTED: ['CLOSED'],
  CANCELLED: [],
  CLOSED: [],
};

export const nextReorderStates = (state: ReorderState): readonly ReorderState[] => NEXT[state];

export const canFollow = (state: ReorderState, next: ReorderState): boolean => NEXT[state].includes(next);

const OPEN: readonly ReorderState[] = [
  'PROPOSED',
  'APPROVED',
  'SENT',
  'ACKED',
  'CHANGED',
  'SHIPPED',
  'PARTLY_RECEIVED',
];

/** While a reorder is open, goods may still come by it: no second one for the same store, product and supplier. */
export const isOpenReorder = (state: ReorderState): boolean => OPEN.includes(state);
