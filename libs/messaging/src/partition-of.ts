import { createHash } from 'node:crypto';

/** Partition of a key, stable across processes and versions. */
export const partitionOf = (key: string, partitions: number): number =>
  createHash('sha256').update(key).digest().readUInt32BE(0) % partitions;
