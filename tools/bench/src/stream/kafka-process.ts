import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface KafkaProcess {
  brokers: string[];
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, '..', '..', '..', 'kafka', 'kafka.mjs');

/** Runs `npm run kafka` on a free port with an empty folder. @throws Error with the program's last line, for instance that Java is missing */
export async function startKafkaProcess(progress: (line: string) => void): Promise<KafkaProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-bench-kafka-'));
  const child = spawn(process.execPath, [program, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { brokers: await announcedBrokers(child, progress), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function announcedBrokers(child: ChildProcess, progress: (line: string) => void): Promise<string[]> {
  let explanation = '';
  createInterface(child.stderr!).on('line', (line) => {
    if (line.startsWith('✖')) explanation = line;
    progress(line);
  });
  for await (const line of createInterface(child.stdout!))
    if (line.startsWith('KAFKA_BROKERS=')) return line.slice('KAFKA_BROKERS='.length).split(',');
  throw new Error(explanation || 'the broker ended before it was ready');
}
