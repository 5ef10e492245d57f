import { MAX_VALUE_BYTES, type TopicSpec } from '../event-stream.js';

/** Room for the largest value and its headers. */
const maxMessageBytes = MAX_VALUE_BYTES + 1024 * 1024;
const largestSegmentBytes = 1024 ** 3;

interface Setting {
  name: string;
  value: string;
}

/** A topic's own settings in Kafka: whatever the broker's defaults are, our messages fit. */
export function topicSettings({ retentionMs, retentionBytes }: TopicSpec): Setting[] {
  const settings: Record<string, number | undefined> = {
    'max.message.bytes': maxMessageBytes,
    'retention.ms': retentionMs,
    'retention.bytes': retentionBytes,
    // Kafka deletes whole segments, and never the one that it writes to.
    'segment.bytes':
      retentionBytes && Math.max(2 * maxMessageBytes, Math.min(largestSegmentBytes, Math.floor(retentionBytes / 4))),
  };
  return Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  );
}
