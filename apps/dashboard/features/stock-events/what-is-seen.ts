import type { StockEvent } from '../../monitoring/types';

/** One short line on what the camera sees in the slot. */
export function whatIsSeen({ kind, visibleFacings, facings, foreignProduct }: StockEvent): string {
  if (kind === 'misplaced') return foreignProduct === null ? 'another product' : `${foreignProduct.name} stands here`;
  return `${visibleFacings} of ${facings} ${facings === 1 ? 'facing' : 'facings'} filled`;
}
