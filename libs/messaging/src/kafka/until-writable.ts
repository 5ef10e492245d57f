import { retry } from '@shelfwatch/platform';
import type { Admin } from 'kafkajs';

/**
 * Waits until every partition has a leader, whoever has created the topics. kafkajs sends a publication again as a whole when one of its partitions has
 * none yet, so that what went to the others would be there twice.
 */
export const untilWritable = (admin: Admin, topics: string[]): Promise<void> =>
  retry(
    async () => {
      const metadata = await admin.fetchTopicMetadata({ topics });
      const leaderless = metadata.topics.find(({ partitions }) => partitions.some(({ leader }) => leader < 0));
      if (leaderless !== undefined) throw new LeaderMissing(leaderless.name);
    },
    { attempts: 40, baseMs: 50, maxMs: 500, isRetriable },
  );

class LeaderMissing extends Error {
  readonly retriable = true;

  constructor(topic: string) {
    super(`A partition of ${topic} has no leader yet.`);
  }
}

/** A topic that was just created is unknown to a broker for a moment: kafkajs calls that retriable too. */
const isRetriable = (error: unknown): boolean => (error as { retriable?: boolean }).retriable === true;
