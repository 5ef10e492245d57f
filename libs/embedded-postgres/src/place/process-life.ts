import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A living process: its name, and when it started, in units that only compare with themselves. */
export interface LivingProcess {
  name: string;
  startedAt: string;
}

/** What runs under `pid`, or undefined. A zombie counts as gone. */
export async function livingProcess(pid: number): Promise<LivingProcess | undefined> {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<LivingProcess | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // "pid (name) state …": the name may itself hold spaces and parentheses.
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' || startedAt === undefined ? undefined : { name, startedAt };
}

async function fromPs(pid: number): Promise<LivingProcess | undefined> {
  const args = ['-o', 'lstart=,stat=,comm=', '-p', String(pid)];
  const listed = await promisify(execFile)('ps', args).catch(() => undefined);
  const line = listed?.stdout.trim() ?? '';
  // "Mon Nov 23 06:14:53 2026 S+ /path/postgres"
  const match = /^(.{24})\s+(\S+)\s+(.*)$/.exec(line);
  if (!match || match[2]!.startsWith('Z')) return undefined;
  return { name: match[3]!.split('/').pop()!, startedAt: match[1]! };
}
