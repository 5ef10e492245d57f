import { spawn } from 'node:child_process';

/** Waits until the pipe from its parent closes, which even SIGKILL of the parent does, then stops the server. */
export const guardScript = `
process.stdin.resume();
process.stdin.on('end', () => {
  try { process.kill(Number(process.argv[1]), 'SIGINT'); } catch {}
  process.exit(0);
});`;

/**
 * Makes sure that the server ends with this process, however this process ends.
 *
 * @returns ends the guard, for when the server has been stopped in order
 */
export function guardAgainstOrphan(serverPid: number): () => void {
  const guard = spawn(process.execPath, ['-e', guardScript, String(serverPid)], {
    // Ctrl-C in a terminal reaches every process of the group; the guard must outlive its parent.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  // The pipe must not keep this process alive either.
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return () => guard.kill('SIGKILL');
}
