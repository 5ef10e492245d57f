import { compareEvents, type StockEvent } from '@shelfwatch/domain';
import type { PlayedEvent } from './play-rules.js';

/** More than anybody reads. */
export const MOST_DIFFERENCES = 500;

export interface Difference {
  change: 'appears' | 'disappears' | 'decided-otherwise';
  event: StockEvent;
  closedAt: Date | null;
  remedy: { asIs: string | null; whatIf: string | null };
}

/** What two plays of the same observations do not have in common, earliest first. */
export function findDifferences(asIs: readonly PlayedEvent[], whatIf: readonly PlayedEvent[]): Difference[] {
  const { both, onlyA, onlyB } = compareEvents(asIs, whatIf);
  const differences = [
    ...onlyA.map((played) => difference('disappears', played, { asIs: played.remedy, whatIf: null })),
    ...onlyB.map((played) => difference('appears', played, { asIs: null, whatIf: played.remedy })),
    ...both
      .filter(({ a, b }) => a.remedy !== b.remedy)
      .map(({ a, b }) => difference('decided-otherwise', b, { asIs: a.remedy, whatIf: b.remedy })),
  ];
  return differences.sort((a, b) => a.event.openedAt.getTime() - b.event.openedAt.getTime());
}

const difference = (
  change: Difference['change'],
  { event, to }: PlayedEvent,
  remedy: Difference['remedy'],
): Difference => ({ change, event, closedAt: to, remedy });
