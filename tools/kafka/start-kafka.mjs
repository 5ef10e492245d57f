import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureJars } from './jars.mjs';
import { stopLeftoverBroker } from './leftover-broker.mjs';
import { freePort, isListening } from './ports.mjs';
import { KafkaToolError, run } from './program.mjs';
import { serverProperties } from './server-properties.mjs';

const readyTimeoutMs = 120_000;
/** Logged when the broker has registered and opens its listener to clients. */
const readyMark = 'Kafka Server started';

/**
 * Starts a real Apache Kafka on this machine, ready for clients when the promise resolves. Its data stays in `dataDir`.
 *
 * @param {{ dataDir: string, port?: number, version?: string, cache?: string }} options `port` 0 or absent: any free one
 * @returns {Promise<{ brokers: string, port: number, pid: number, version: string, logFile: string, exited: Promise<void>, stop(): Promise<void> }>}
 * @throws {KafkaToolError} when Java or Maven is missing, the port is taken or the broker ends early; with the broker's last lines
 */
export async function startKafka({ dataDir, port = 0, version, cache }) {
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true });
  const pidFile = join(home, 'broker.pid');
  await stopLeftoverBroker(pidFile, home);
  if (port !== 0 && (await staysTaken(port)))
    throw new KafkaToolError(`Port ${port} is taken. Give another one with --port, or end the program that uses it.`);
  const { folder: jars } = await ensureJars({ version, cache });
  const brokerPort = port === 0 ? await freePort() : port;
  const properties = join(home, 'server.properties');
  const logDir = join(home, 'log');
  await writeFile(properties, serverProperties({ port: brokerPort, controllerPort: await freePort(), logDir }));
  await formatOnce({ jars, properties, logDir });

  const logFile = join(home, 'broker.log');
  await rm(logFile, { force: true });
  const output = openSync(logFile, 'a');
  // Its own process group: Ctrl-C in a terminal reaches this program only, which then ends the broker in order.
  const broker = spawn('java', [...javaOptions, '-cp', join(jars, '*'), 'kafka.Kafka', properties], {
    stdio: ['ignore', output, output],
    detached: true,
  });
  const exited = once(broker, 'exit').then(() => undefined);
  exited.catch(() => {});
  await writeFile(pidFile, String(broker.pid ?? ''));
  const killBroker = () => broker.kill('SIGKILL');
  process.once('exit', killBroker);
  const stop = async () => {
    const killer = setTimeout(killBroker, 20_000);
    broker.kill('SIGTERM');
    if (broker.exitCode === null && broker.signalCode === null) await exited;
    clearTimeout(killer);
    process.off('exit', killBroker);
    await rm(pidFile, { force: true });
  };
  try {
    await untilReady(broker, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { brokers: `127.0.0.1:${brokerPort}`, port: brokerPort, pid: broker.pid, version, logFile, exited, stop };
}

/** A broker that was just ended lets go of its port a moment later. */
async function staysTaken(port) {
  for (const deadline = Date.now() + 3_000; await isListening(port); await sleep(100))
    if (Date.now() > deadline) return true;
  return false;
}

const javaOptions = ['-Xms256m', '-Xmx768m', '-XX:+UseG1GC', '-XX:TieredStopAtLevel=4', '-Djava.awt.headless=true'];

async function formatOnce({ jars, properties, logDir }) {
  if (existsSync(join(logDir, 'meta.properties'))) return;
  // Kafka's identifiers are base64url, and one in 64 of those begins with a dash, which its program takes for an option.
  const clusterId = Buffer.concat([Buffer.from([0x53]), randomBytes(15)]).toString('base64url');
  const tool = ['-cp', join(jars, '*'), 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await run('java', tool, {
    advice: 'Kafka needs Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless).',
  });
}

async function untilReady(broker, logFile) {
  const deadline = Date.now() + readyTimeoutMs;
  while (!(await readFile(logFile, 'utf8')).includes(readyMark)) {
    const ended = broker.exitCode !== null || broker.signalCode !== null;
    if (ended || Date.now() > deadline) {
      const tail = (await readFile(logFile, 'utf8')).split('\n').slice(-25).join('\n');
      throw new KafkaToolError(
        `The broker ${ended ? 'ended' : 'was not ready in 120 s'}. Its last lines (${logFile}):\n${tail}`,
      );
    }
    await sleep(100);
  }
}
