import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@shelfwatch/embedded-postgres';
import { until } from '../contract/until.js';
import { createEventStream } from '../create-event-stream.js';
import { testKafkaVersion } from './kafka-broker.config.js';

const program = resolve(import.meta.dirname, '..', '..', '..', '..', 'tools', 'kafka', 'kafka.mjs');

async function startBroker(port: number, dataDir: string): Promise<ChildProcess> {
  const args = [program, '--port', String(port), '--data', dataDir, ...testKafkaVersion()];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout!)) if (line.startsWith('KAFKA_BROKERS=')) return child;
  throw new Error('The broker did not start; its lines above say why.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

describe('the event stream on Apache Kafka, when the broker goes away', () => {
  it('When its starter is killed and started again, then consumers and publishers go on and nothing is lost', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-kafka-outage-'));
    const port = await freePort();
    const topic = 'outage.v1';
    let broker = await startBroker(port, dataDir);
    const stream = createEventStream({
      kafkaBrokers: [`127.0.0.1:${port}`],
      clientId: 'outage',
      kafkaSessionTimeoutMs: 6_000,
    });
    const seen = new Set<string>();
    const publish = (text: string): Promise<void> => stream.publish([{ topic, key: 'one', value: Buffer.from(text) }]);
    try {
      await stream.ensureTopics([{ name: topic, partitions: 2 }]);
      await stream.subscribe({ groupId: 'g', topics: [topic] }, async ({ value }) => void seen.add(value.toString()));
      await publish('before');
      await until('the first message', () => seen.has('before'));
      // Leaves a broker behind, which the next start ends: for the stream an outage without farewell.
      await end(broker, 'SIGKILL');
      broker = await startBroker(port, dataDir);
      await until(
        'publishing works again',
        () =>
          publish('after').then(
            () => true,
            () => false,
          ),
        60_000,
      );
      await until('what came after', () => seen.has('after'), 90_000);
    } finally {
      await stream.close();
      await end(broker, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 300_000);
});
