import { retry } from '@shelfwatch/platform';
import type { Admin } from 'kafkajs';

/**
 * Waits until the leader of every partition answers, whoever has created the topics: a broker announces a topic shortly before it can be written to.
 * kafkajs sends a publication again as a whole when one of its partitions refuses, so that what the others have taken would be there twice.
 */
export async function untilWritable(admin: Admin, topics: readonly string[]): Promise<void> {
  for (const topic of topics)
    await retry(() => admin.fetchTopicOffsets(topic), { attempts: 20, baseMs: 50, maxMs: 500, isRetriable });
}

const isRetriable = (error: unknown): boolean => (error as { retriable?: boolean }).retriable === true;
