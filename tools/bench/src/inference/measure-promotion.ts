import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../events/percentile.js';
import { InferenceService } from './inference-service.js';
import { RequestLoad } from './request-load.js';
import type { LoadTarget } from './tensor-request.js';

const CONCURRENCY = 8;
const PROMOTIONS = 6;
const CALM_MS = 3_000;
/** The old model is let go within this time after the change. */
const AFTERMATH_MS = 500;

export interface PromotionFigures {
  promotionFailedRequests: number;
  promotionP99Ratio: number;
  promotionSeconds: number;
}

interface Span {
  from: number;
  to: number;
}

/** Changes the served version again and again under load: what requests notice of it, against those between the changes. */
export async function measurePromotion(service: InferenceService, target: LoadTarget): Promise<PromotionFigures> {
  const load = new RequestLoad(target, CONCURRENCY);
  const changes: Span[] = [];
  try {
    await sleep(CALM_MS);
    for (let promotion = 0; promotion < PROMOTIONS; promotion += 1) {
      const from = performance.now();
      await service.serve(InferenceService.versions[promotion % 2]!);
      await sleep(AFTERMATH_MS);
      changes.push({ from, to: performance.now() });
      await sleep(CALM_MS);
    }
  } finally {
    await load.stop();
  }
  const latencies = (isDuring: boolean): number[] =>
    load.answered
      .filter(({ startedAt, endedAt }) => isDuring === changes.some(({ from, to }) => endedAt > from && startedAt < to))
      .map(({ startedAt, endedAt }) => endedAt - startedAt);
  const seconds = changes.map(({ from, to }) => (to - from - AFTERMATH_MS) / 1_000);
  return {
    promotionFailedRequests: load.answered.filter(({ isOk }) => !isOk).length,
    promotionP99Ratio: percentile(latencies(true), 0.99)! / percentile(latencies(false), 0.99)!,
    promotionSeconds: percentile(seconds, 0.5)!,
  };
}
