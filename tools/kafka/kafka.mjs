/**
 * Runs a real Apache Kafka in the foreground, without Docker. Needs Java 17 and, the first time, Maven.
 *
 * Usage: npm run kafka -- [--port N] [--data DIR] [--version V] [--cache DIR] [--reset]
 *   --port N     where clients connect (default 9092; 0: any free port)
 *   --data DIR   topics and messages (default .shelfwatch/kafka)
 *   --version V  broker version (default: see tools/kafka/jars.mjs)
 *   --cache DIR  jars (default ${XDG_CACHE_HOME:-~/.cache}/shelfwatch/kafka)
 *   --reset      forget all topics first
 *
 * Prints `KAFKA_BROKERS=…` on standard output when clients can connect. Ctrl-C ends it in order.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCache, defaultKafkaVersion, ensureJars } from './jars.mjs';
import { KafkaToolError, step } from './program.mjs';
import { startKafka } from './start-kafka.mjs';

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9092' },
      data: { type: 'string', default: join(import.meta.dirname, '..', '..', '.shelfwatch', 'kafka') },
      version: { type: 'string', default: defaultKafkaVersion },
      cache: { type: 'string', default: defaultCache() },
      reset: { type: 'boolean', default: false },
    },
  });
  const stopAsked = new Promise((asked) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((name) => process.on(name, asked)));
  const { version, cache } = values;
  const dataDir = resolve(values.data);
  if (values.reset) await rm(join(dataDir, 'log'), { recursive: true, force: true });
  await step(`Jars of Apache Kafka ${version}`, () => ensureJars({ version, cache }));
  const kafka = await step('Start the broker', async () => {
    const started = await startKafka({ port: Number(values.port), dataDir, version, cache });
    return { ...started, did: `listens on ${started.brokers}, logs to ${started.logFile}` };
  });
  console.log(`KAFKA_BROKERS=${kafka.brokers}`);
  console.error('Ctrl-C ends it. In another terminal: KAFKA_BROKERS=' + kafka.brokers + ' npm start');
  const diedFirst = await Promise.race([stopAsked.then(() => false), kafka.exited.then(() => true)]);
  if (diedFirst) throw new KafkaToolError(`The broker ended by itself; ${kafka.logFile} says why.`);
  await step('Stop the broker', async () => ({ did: 'all messages are on disk', ...(await kafka.stop()) }));
  process.exit(0);
} catch (error) {
  const explained = error instanceof KafkaToolError || error.code?.startsWith('ERR_PARSE');
  console.error(`✖ kafka: ${explained ? error.message : error.stack}`);
  process.exit(1);
}
