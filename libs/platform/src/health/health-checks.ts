import { Injectable } from '@nestjs/common';

/** Resolves when the thing works, optionally with a word about it; rejects with the reason when it does not. */
export type HealthCheck = () => Promise<string | void>;

export interface HealthReport {
  status: 'ready' | 'not-ready';
  checks: Record<string, { status: 'up' | 'down'; detail?: string }>;
}

/** A check that hangs is as bad as one that fails. */
const CHECK_TIMEOUT_MS = 3_000;

/** What must work before a service may receive traffic. Providers register their own checks when they start. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const results = await Promise.all([...this.checks].map(async ([name, check]) => [name, await run(check)] as const));
    return {
      status: results.every(([, result]) => result.status === 'up') ? 'ready' : 'not-ready',
      checks: Object.fromEntries(results),
    };
  }
}

async function run(check: HealthCheck): Promise<HealthReport['checks'][string]> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    const detail = await Promise.race([check(), timeout]);
    return { status: 'up', ...(detail ? { detail } : {}) };
  } catch (error) {
    return { status: 'down', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
