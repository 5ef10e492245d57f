'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getPlanograms } from '../../monitoring/planogram-api';
import type { LiveKind, PlanogramVersion } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = [];
/** No event tells that a scheduled version was applied. */
const TIMINGS = { minIntervalMs: 500, idleMs: 5_000, retryMs: 1_000 };

/** Versions of the shop's planograms, newest date first. */
export function usePlanograms(): LiveResource<PlanogramVersion[]> {
  const { storeId } = useConsole().store;
  return useLiveResource(`planograms ${storeId}`, (signal) => getPlanograms(storeId, signal), KINDS, TIMINGS);
}
