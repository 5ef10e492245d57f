import { setTimeout as sleep } from 'node:timers/promises';
import { RequestLoad } from './request-load.js';
import type { LoadTarget } from './tensor-request.js';

export interface LoadFigures {
  imagesPerSecond: number;
  /** Answered in all, until the last that was under way. */
  images: number;
  latenciesMs: number[];
}

const WINDOW_MS = 3_000;
/** Answers for each client within the window, at least: its latency is that of a full queue. */
const ANSWERS_PER_CLIENT = 2;
const deadlineMs = 300_000;

/** Keeps the service busy until it has answered `requests`, or for at most `ms` milliseconds. */
export async function warmUp(target: LoadTarget, concurrency: number, requests: number, ms: number): Promise<void> {
  const load = new RequestLoad(target, concurrency);
  const deadline = performance.now() + ms;
  while (load.answered.length < requests && performance.now() < deadline) await sleep(50);
  await load.stop();
}

/**
 * Speed of the service with `concurrency` requests under way, once each client has had its first answer.
 *
 * @throws Error when a request fails
 */
export async function measureLoad(target: LoadTarget, concurrency: number): Promise<LoadFigures> {
  const load = new RequestLoad(target, concurrency);
  const started = performance.now();
  const until = async (isReached: () => boolean): Promise<void> => {
    while (!isReached() && performance.now() - started < deadlineMs) await sleep(5);
  };
  try {
    await until(() => load.answered.length >= concurrency);
    const before = load.answered.length;
    const from = load.answered.at(-1)?.endedAt ?? started;
    await until(
      () => performance.now() - from >= WINDOW_MS && load.answered.length - before >= ANSWERS_PER_CLIENT * concurrency,
    );
    const window = load.answered.slice(before);
    const failed = load.answered.filter(({ isOk }) => !isOk).length;
    if (failed > 0 || window.length === 0)
      throw new Error(`${failed} of ${load.answered.length} requests failed at ${concurrency} at once.`);
    await load.stop();
    return {
      images: load.answered.length,
      imagesPerSecond: (window.length / (window.at(-1)!.endedAt - from)) * 1_000,
      latenciesMs: window.map(({ startedAt, endedAt }) => endedAt - startedAt),
    };
  } finally {
    await load.stop();
  }
}
