import { spawn } from 'node:child_process';

/** A failure that is explained in one line; `message` says what failed and what to do. */
export class KafkaToolError extends Error {}

/** Runs `work`, whose result says in `did` what it did, and prints that with its time. */
export async function step(title, work) {
  const started = performance.now();
  console.error(`… ${title}`);
  const result = await work();
  console.error(`✔ ${title}: ${result.did} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return result;
}

/** Runs a program to its end; answers with its standard output, throws with its last lines when it fails. */
export function run(command, args, { advice = '' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let tail = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (tail = (tail + chunk).slice(-2_000)));
    const fail = (why) => reject(new KafkaToolError(`${command} failed (${why}). ${advice}\n${tail.trim()}`.trim()));
    child.on('error', (error) => fail(error.code === 'ENOENT' ? 'not installed' : error.message));
    child.on('close', (code, signal) => (code === 0 ? resolve(stdout) : fail(signal ?? `exit code ${code}`)));
  });
}
