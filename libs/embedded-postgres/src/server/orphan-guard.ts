import { spawn } from 'node:child_process';

/**
 * Waits until the pipe from its parent closes, which even SIGKILL of the parent does, then stops the server and
 * removes what is disposable. Arguments: process id of the server, then paths to remove.
 */
export const guardScript = `
const { readFileSync, rmSync } = require('node:fs');
const [pid, ...disposable] = process.argv.slice(1);
const send = (signal) => { try { return process.kill(Number(pid), signal); } catch { return false; } };
// A zombie answers signals for as long as nobody asks for its exit status.
const isZombie = () => { try { return readFileSync('/proc/' + pid + '/stat', 'utf8').includes(') Z '); } catch { return false; } };
process.stdin.resume();
process.stdin.on('end', () => {
  send(disposable.length > 0 ? 'SIGQUIT' : 'SIGINT');
  const deadline = Date.now() + 20000;
  const timer = setInterval(() => {
    if (send(0) && !isZombie() && Date.now() < deadline) return;
    clearInterval(timer);
    for (const path of disposable) rmSync(path, { recursive: true, force: true });
  }, 50);
});`;

/**
 * Makes sure that the server ends with this process, however this process ends.
 *
 * @param disposable paths to remove then
 * @returns ends the guard, for when the server has been stopped in order
 */
export function guardAgainstOrphan(serverPid: number, disposable: readonly string[]): () => void {
  const guard = spawn(process.execPath, ['-e', guardScript, String(serverPid), ...disposable], {
    // Ctrl-C in a terminal reaches every process of the group; the guard must outlive its parent.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  // The pipe must not keep this process alive either.
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return () => guard.kill('SIGKILL');
}
