import type { Reorder, ReorderState } from '../../monitoring/types';

export const REORDER_GROUPS = ['waiting', 'under-way', 'done'] as const;
export type ReorderGroup = (typeof REORDER_GROUPS)[number];

/** What failed or expired stays under way: someone has to look at it. */
const UNDER_WAY: readonly ReorderState[] = [
  'APPROVED',
  'SENT',
  'ACKED',
  'CHANGED',
  'SHIPPED',
  'PARTLY_RECEIVED',
  'FAILED',
  'EXPIRED',
];

export const awaitsApproval = ({ state }: Pick<Reorder, 'state'>): boolean => state === 'PROPOSED';

export function groupOf(reorder: Pick<Reorder, 'state'>): ReorderGroup {
  if (awaitsApproval(reorder)) return 'waiting';
  return UNDER_WAY.includes(reorder.state) ? 'under-way' : 'done';
}

/** Each reorder once, by group; what waits the longest comes first, of the rest what changed last. */
export function groupReorders(reorders: readonly Reorder[]): Record<ReorderGroup, Reorder[]> {
  const groups: Record<ReorderGroup, Reorder[]> = { waiting: [], 'under-way': [], done: [] };
  const once = new Map(reorders.map((reorder) => [reorder.reorderId, reorder]));
  for (const reorder of once.values()) groups[groupOf(reorder)].push(reorder);
  groups.waiting.sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
  groups['under-way'].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  groups.done.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  return groups;
}
