import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../cli/start.errors.js';
import { inheritedEnvironment } from './inherited-environment.config.js';

export interface ServiceSpec {
  name: string;
  /** Script to run with this Node. */
  script: string;
  args?: readonly string[];
  cwd?: string;
  env: Readonly<Record<string, string>>;
  /** Address that answers 200 when the service is ready; without it the service counts as ready at once. */
  readyUrl?: string;
}

const exitWithParent = fileURLToPath(new URL('../../exit-with-parent.mjs', import.meta.url));
const readyTimeoutMs = 120_000;
const stopTimeoutMs = 15_000;
/** A service that lived this long may fail again from scratch. */
const healthyAfterMs = 60_000;
const maxRestarts = 5;

/** One service of the platform as a child process: log file, readiness, restart with back-off, orderly end. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restarts = 0;
  private readonly lastLines: string[] = [];
  readonly logFile: string;

  constructor(
    readonly spec: ServiceSpec,
    logsDir: string,
    private readonly onTrouble: (line: string) => void,
  ) {
    this.logFile = join(logsDir, `${spec.name}.log`);
  }

  /** Resolves when the service is ready. @throws StartError `service-failed` with its last words */
  async start(): Promise<void> {
    this.launch();
    if (this.spec.readyUrl === undefined) return;
    const deadline = Date.now() + readyTimeoutMs;
    while (!(await answers(this.spec.readyUrl))) {
      if (this.stopping) return;
      if (this.child?.exitCode !== null || this.child.signalCode !== null) throw this.failure('ended while starting');
      if (Date.now() > deadline) throw this.failure(`was not ready after ${readyTimeoutMs / 1000} s`);
      await delay(100);
    }
    this.child?.once('exit', () => void this.restart());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await exited;
    clearTimeout(timer);
  }

  private launch(): void {
    const { name, script, args = [], cwd, env } = this.spec;
    const child = spawn(process.execPath, ['--import', exitWithParent, script, ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...inheritedEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the supervisor alone, which then ends the services in order.
      detached: true,
    });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        this.lastLines.push(...chunk.toString().split('\n').filter(Boolean));
        this.lastLines.splice(0, this.lastLines.length - 12);
      });
    }
    child.once('error', (error) => this.onTrouble(`${name} could not be started: ${error.message}`));
    child.once('close', () => log.end());
    this.child = child;
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    this.restarts += 1;
    if (this.restarts > maxRestarts) {
      this.onTrouble(this.failure(`ended ${this.restarts} times and stays down`).message);
      return;
    }
    const waitMs = 500 * 2 ** this.restarts;
    this.onTrouble(
      `${this.spec.name} ended unexpectedly; starting it again in ${waitMs / 1000} s. Its log: ${this.logFile}`,
    );
    await delay(waitMs);
    const started = Date.now();
    try {
      if (!this.stopping) await this.start();
      this.child?.once('exit', () => {
        if (Date.now() - started > healthyAfterMs) this.restarts = 0;
      });
    } catch {
      void this.restart();
    }
  }

  private failure(what: string): StartError {
    const words = this.lastLines.length > 0 ? `\n  ${this.lastLines.slice(-6).join('\n  ')}` : '';
    return new StartError('service-failed', `${this.spec.name} ${what}. Its log: ${this.logFile}${words}`);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
