import type { SlotStatus } from '../../monitoring/types';

/** How many slots are in each state. */
export function countStatuses(slots: readonly { status: SlotStatus }[]): Record<SlotStatus, number> {
  const counts: Record<SlotStatus, number> = { empty: 0, low: 0, misplaced: 0, unknown: 0, stocked: 0 };
  for (const { status } of slots) counts[status]++;
  return counts;
}
