import type { Database } from '@shelfwatch/persistence';
import type { DetectedEvent } from './score-events.js';

const ALL = 1_000_000;

/** Every event that the platform opened for a store, with its first decision. */
export async function readDetectedEvents({ unit }: Database, storeId: string): Promise<DetectedEvent[]> {
  const events = await unit.stockEvents.list({ storeId, limit: ALL });
  return Promise.all(
    events.map(async ({ eventId, slotId, kind, since, openedAt }) => {
      const [first] = await unit.decisions.ofEvent(eventId);
      return { slotId, kind, since: since.getTime(), openedAt: openedAt.getTime(), remedy: first?.remedy ?? null };
    }),
  );
}
