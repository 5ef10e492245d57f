import type { SlotStatus } from '../../monitoring/types';

/** In the order of the legend: what needs attention first. */
export const SLOT_STATUS_ORDER: readonly SlotStatus[] = ['empty', 'low', 'misplaced', 'unknown', 'stocked'];

interface StatusWords {
  label: string;
  meaning: string;
}

export const SLOT_STATUSES: Readonly<Record<SlotStatus, StatusWords>> = {
  empty: { label: 'Empty', meaning: 'No item of the product is to be seen.' },
  low: { label: 'Low', meaning: 'At most half of the facings are left.' },
  misplaced: { label: 'Misplaced', meaning: 'Another product stands here.' },
  unknown: { label: 'Not seen', meaning: 'The slot cannot be judged now; this says nothing about its stock.' },
  stocked: { label: 'Stocked', meaning: 'The product is where it belongs.' },
};
