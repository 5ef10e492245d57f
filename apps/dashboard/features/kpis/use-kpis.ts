'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getKpis } from '../../monitoring/api';
import type { KpiReport, LiveKind } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = ['stock-event', 'camera-health'];
const DAY_MS = 86_400_000;

/** The figures of the last days of the shop that is looked at. */
export function useKpis(days: number, groupBy: KpiReport['groupBy']): LiveResource<KpiReport> {
  const { storeId } = useConsole().store;
  const load = (signal: AbortSignal): Promise<KpiReport> => {
    const to = Date.now();
    return getKpis({ storeId, groupBy, from: iso(to - days * DAY_MS), to: iso(to) }, signal);
  };
  return useLiveResource(`kpis ${storeId} ${days} ${groupBy}`, load, KINDS);
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
