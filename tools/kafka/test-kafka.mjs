/**
 * Starts a real Apache Kafka on a free port with an empty folder, runs every `*.kafka-spec.ts` on it, and stops it: the contract suite of
 * `libs/messaging` and the end-to-end scenario of `apps/e2e`. Specs find the broker in `KAFKA_BROKERS`.
 *
 * Usage: npm run test:kafka -- [jest options and paths]      with another broker version: KAFKA_VERSION=3.9.2 npm run test:kafka
 * Needs Java 17 and, the first time, Maven. Ends with jest's exit status.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultKafkaVersion, ensureJars } from './jars.mjs';
import { KafkaToolError, step } from './program.mjs';
import { startKafka } from './start-kafka.mjs';

const root = join(import.meta.dirname, '..', '..');
const version = process.env.KAFKA_VERSION || defaultKafkaVersion;

async function runJest(brokers) {
  const jest = ['--experimental-vm-modules', '--no-warnings', '--import', './tools/jest/typescript-hooks.mjs'];
  const options = ['--selectProjects', 'kafka', '--runInBand', ...process.argv.slice(2)];
  const child = spawn(process.execPath, [...jest, join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KAFKA_BROKERS: brokers },
  });
  // Ctrl-C reaches jest too; this program waits for it and then stops the broker.
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  const [code] = await once(child, 'close');
  return code ?? 1;
}

const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-kafka-'));
try {
  await step(`Jars of Apache Kafka ${version}`, () => ensureJars({ version }));
  const kafka = await step('Start the broker', async () => {
    const started = await startKafka({ dataDir, version });
    return { ...started, did: `listens on ${started.brokers}` };
  });
  try {
    process.exitCode = await runJest(kafka.brokers);
  } finally {
    await kafka.stop();
  }
} catch (error) {
  console.error(`✖ kafka: ${error instanceof KafkaToolError ? error.message : error.stack}`);
  process.exitCode = 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
