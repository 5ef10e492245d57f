import type { ModelState } from '../../retraining/types';

/** How each state is called and coloured. */
export const MODEL_STATES: Record<
  ModelState,
  { label: string; tone: 'green' | 'blue' | 'amber' | 'grey'; meaning: string }
> = {
  live: { label: 'Live', tone: 'green', meaning: 'Its answers count' },
  shadow: { label: 'Shadow', tone: 'blue', meaning: 'It is asked as well, and only compared' },
  candidate: { label: 'Candidate', tone: 'amber', meaning: 'Trained, and not in use' },
  retired: { label: 'Retired', tone: 'grey', meaning: 'No longer in use; it can come back' },
};

const ORDER: readonly ModelState[] = ['live', 'shadow', 'candidate', 'retired'];

/** What is in use first, then the newest. */
export function inOrderOfUse<T extends { state: ModelState; createdAt: string }>(models: readonly T[]): T[] {
  return [...models].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.createdAt.localeCompare(a.createdAt),
  );
}
