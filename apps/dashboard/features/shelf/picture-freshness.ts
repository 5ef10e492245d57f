import type { CameraSummary } from '../../monitoring/types';

/** A camera sends a picture every few seconds; after this long something is wrong with it or with the way. */
export const STALE_AFTER_SECONDS = 120;

export type Freshness = 'fresh' | 'stale' | 'blind';

/** How far a picture may be trusted to show the shelf as it is now. */
export function pictureFreshness(ageSeconds: number, faults: CameraSummary['faults']): Freshness {
  if (faults.length > 0) return 'blind';
  return ageSeconds > STALE_AFTER_SECONDS ? 'stale' : 'fresh';
}
