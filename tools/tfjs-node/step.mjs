import { spawn } from 'node:child_process';

/** A failure that is explained in one line; `message` says what failed and what to do. */
export class StepError extends Error {}

/** Runs `work`, which answers with what it did, and prints that with its time. Work that answers with an object names it in `did`. */
export async function step(title, work) {
  const started = performance.now();
  console.log(`… ${title}`);
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`✔ ${title}: ${result.did} (${seconds} s)`);
  return result;
}

/** Runs a program to its end and answers with its standard output; throws with the last lines it wrote when it fails. */
export function run(command, args, { advice, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let tail = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      tail = (tail + chunk).slice(-2_000);
    });
    child.stderr.on('data', (chunk) => (tail = (tail + chunk).slice(-2_000)));
    const fail = (why) => reject(new StepError(`${command} failed (${why}). ${advice ?? ''}\n${tail.trim()}`.trim()));
    child.on('error', (error) => fail(error.code === 'ENOENT' ? 'not installed' : error.message));
    child.on('close', (code, signal) => (code === 0 ? resolve(stdout) : fail(signal ?? `exit code ${code}`)));
  });
}
