/** Life cycle of a reorder. */
export const REORDER_STATES = [
  'PROPOSED',
  'APPROVED',
  'SENT',
  'ACKED',
  'CHANGED',
  'REJECTED',
  'SHIPPED',
  'RECEIVED',
  'CLOSED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
] as const;
export type ReorderState = (typeof REORDER_STATES)[number];
