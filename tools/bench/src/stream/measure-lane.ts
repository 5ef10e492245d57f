import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lane, LaneMessage } from './lane.js';

/** What is sent: how many messages of which size, in publications of how many, how many of those at the same time. */
export interface Load {
  messages: number;
  bytes: number;
  perPublication: number;
  publishers: number;
}

/** Small events, published as the outbox relay does. */
export const EVENTS: Load = { messages: 20_000, bytes: 1_000, perPublication: 100, publishers: 4 };
/** Camera pictures, one publication each. */
export const PICTURES: Load = { messages: 400, bytes: 300_000, perPublication: 1, publishers: 4 };

const deadlineMs = 180_000;

/** Seconds from the first publication until the last message is handled; publishing and consuming go on at the same time. */
export async function measureLane(lane: Lane, load: Load): Promise<number> {
  const topic = `bench.${randomUUID()}.v1`;
  await lane.createTopic(topic);
  let handled = 0;
  const stop = await lane.consume(topic, `bench-${randomUUID()}`, () => (handled += 1));
  const publications = cut(load);
  const started = performance.now();
  const publisher = async (): Promise<void> => {
    for (let next = publications.pop(); next !== undefined; next = publications.pop()) await lane.publish(topic, next);
  };
  await Promise.all(Array.from({ length: load.publishers }, publisher));
  while (handled < load.messages) {
    if (performance.now() - started > deadlineMs)
      throw new Error(`only ${handled} of ${load.messages} messages arrived in ${deadlineMs / 1_000} s`);
    await sleep(1);
  }
  const seconds = (performance.now() - started) / 1_000;
  await stop();
  return seconds;
}

/** Random bytes, as pictures are to a compressor; the keys of sixteen cameras. */
function cut({ messages, bytes, perPublication }: Load): LaneMessage[][] {
  const value = randomBytes(bytes);
  return Array.from({ length: messages / perPublication }, (_, publication) =>
    Array.from({ length: perPublication }, (_, place) => ({ key: `camera-${(publication + place) % 16}`, value })),
  );
}

/** Median time in milliseconds from the start of a publication until its one message is handled, on an idle lane. */
export async function measureLatency(lane: Lane, rounds = 100): Promise<number> {
  const topic = `bench.${randomUUID()}.v1`;
  await lane.createTopic(topic);
  let arrived: () => void = () => undefined;
  const stop = await lane.consume(topic, `bench-${randomUUID()}`, () => arrived());
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const started = performance.now();
    await lane.publish(topic, [{ key: `camera-${round % 16}`, value: Buffer.from(String(round)) }]);
    await arrival;
    times.push(performance.now() - started);
  }
  await stop();
  return median(times);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
