export * from './create-event-stream.js';
export * from './event-stream.js';
export * from './messaging.errors.js';
export * from './outbox/outbox-relay.js';
export { partitionOf } from './partition-of.js';
export type { StreamLog } from './stream-log.js';
