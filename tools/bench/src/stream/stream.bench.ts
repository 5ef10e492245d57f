import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@shelfwatch/embedded-postgres';
import type { Bench, Figures } from '../bench.js';
import { startKafkaProcess } from './kafka-process.js';
import { adapterLane, bareKafkaLane, type Lane } from './lane.js';
import { EVENTS, measureLane, measureLatency, median, PICTURES } from './measure-lane.js';

type Progress = (line: string) => void;

interface LaneFigures {
  messagesPerSecond: number;
  megabytesPerSecond: number;
  medianLatencyMs: number;
}

const rounds = 3;

/** Publishing and consuming through each adapter, against kafkajs by itself on the same broker in the same run. */
export const streamBench: Bench = {
  name: 'stream',
  summary: 'messages and megabytes per second through the event stream, against the bare Kafka client',
  async run({ progress }): Promise<Figures> {
    const postgres = await measurePostgres(progress);
    const kafka = await measureKafka(progress);
    return {
      kafkaMessagesPerSecond: kafka?.adapter.messagesPerSecond ?? null,
      bareKafkaMessagesPerSecond: kafka?.bare.messagesPerSecond ?? null,
      postgresMessagesPerSecond: postgres.messagesPerSecond,
      kafkaMegabytesPerSecond: kafka?.adapter.megabytesPerSecond ?? null,
      bareKafkaMegabytesPerSecond: kafka?.bare.megabytesPerSecond ?? null,
      postgresMegabytesPerSecond: postgres.megabytesPerSecond,
      kafkaMedianLatencyMs: kafka?.adapter.medianLatencyMs ?? null,
      bareKafkaMedianLatencyMs: kafka?.bare.medianLatencyMs ?? null,
      postgresMedianLatencyMs: postgres.medianLatencyMs,
    };
  },
};

async function measurePostgres(progress: Progress): Promise<LaneFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-bench-'));
  // As `npm start` runs it: every acknowledged message is on the disk.
  const server = await startEmbeddedPostgres({ dataDir, port: 0, database: 'bench', disposable: true });
  const lane = adapterLane({ databaseUrl: server.url });
  try {
    return (await measureLanes({ postgres: lane }, progress)).postgres;
  } finally {
    await lane.close();
    await server.stop();
  }
}

async function measureKafka(progress: Progress): Promise<{ adapter: LaneFigures; bare: LaneFigures } | undefined> {
  const kafka = await startKafkaProcess(progress).catch((error: Error) => {
    progress(`Kafka is left out (its figures are null): ${error.message}`);
  });
  if (kafka === undefined) return undefined;
  const lanes = {
    adapter: adapterLane({ kafkaBrokers: kafka.brokers }),
    bare: await bareKafkaLane(kafka.brokers),
  };
  try {
    return await measureLanes(lanes, progress);
  } finally {
    await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    await kafka.stop();
  }
}

/** Lanes take turns, so that a busy moment of the machine does not fall on one of them; the first round is a warm-up. */
async function measureLanes<Name extends string>(
  lanes: Record<Name, Lane>,
  progress: Progress,
): Promise<Record<Name, LaneFigures>> {
  const names = Object.keys(lanes) as Name[];
  const times = new Map(names.map((name) => [name, { events: [] as number[], pictures: [] as number[] }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const events = await measureLane(lanes[name], EVENTS);
      const pictures = await measureLane(lanes[name], PICTURES);
      const title = round === 0 ? 'warm-up' : `round ${round} of ${rounds}`;
      progress(
        `${name}, ${title}: ${EVENTS.messages} events ${events.toFixed(2)} s, ${PICTURES.messages} pictures ${pictures.toFixed(2)} s`,
      );
      if (round > 0) times.get(name)!.events.push(events);
      if (round > 0) times.get(name)!.pictures.push(pictures);
    }
  }
  const figures = {} as Record<Name, LaneFigures>;
  for (const name of names) {
    const { events, pictures } = times.get(name)!;
    figures[name] = {
      messagesPerSecond: EVENTS.messages / median(events),
      megabytesPerSecond: (PICTURES.messages * PICTURES.bytes) / 1e6 / median(pictures),
      medianLatencyMs: await measureLatency(lanes[name]),
    };
  }
  return figures;
}
