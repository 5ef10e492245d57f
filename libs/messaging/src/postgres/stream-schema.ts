/**
 * Tables of the stream. A partition's row in `stream.partition` is locked while messages are appended, so that offsets become visible in
 * their order: a reader that has seen offset 7 never misses a 6 that commits later.
 */
export const STREAM_SCHEMA = `
CREATE SCHEMA IF NOT EXISTS stream;
CREATE TABLE IF NOT EXISTS stream.topic (
  name text PRIMARY KEY,
  partitions int NOT NULL CHECK (partitions > 0),
  retention_ms bigint
);
ALTER TABLE stream.topic ADD COLUMN IF NOT EXISTS retention_bytes bigint;
CREATE TABLE IF NOT EXISTS stream.partition (
  topic text NOT NULL REFERENCES stream.topic,
  partition int NOT NULL,
  next_offset bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (topic, partition)
);
CREATE TABLE IF NOT EXISTS stream.message (
  topic text NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  key text NOT NULL,
  value bytea NOT NULL,
  headers jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (topic, partition, "offset")
);
-- Pictures are compressed already.
ALTER TABLE stream.message ALTER COLUMN value SET STORAGE EXTERNAL;
CREATE TABLE IF NOT EXISTS stream.consumer_offset (
  group_id text NOT NULL,
  topic text NOT NULL,
  partition int NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (group_id, topic, partition)
);
CREATE SEQUENCE IF NOT EXISTS stream.member MAXVALUE 2147483647 CYCLE;
`;

/** Key of the advisory lock that is held while the schema is made. */
export const SCHEMA_LOCK = 7_413_001;
