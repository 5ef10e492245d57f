import { createHash } from 'node:crypto';

/** First half of a two-part advisory lock key. */
const lockSpace = (...parts: string[]): number => createHash('sha256').update(parts.join('\0')).digest().readInt32BE(0);

/** Every member of a group holds a lock here, under its own number, on each topic that it consumes: the living are those whose locks exist. */
export const memberSpace = (groupId: string, topic: string): number => lockSpace('member', groupId, topic);

/** Whoever consumes a partition for a group holds a lock here, under the partition's number. */
export const partitionSpace = (groupId: string, topic: string): number => lockSpace('partition', groupId, topic);
