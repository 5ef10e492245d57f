'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getSummary } from '../../monitoring/api';
import type { LiveKind, Summary } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = ['stock-event', 'slot-state', 'camera-health'];

/** The figures of the shop that is looked at. */
export function useSummary(): LiveResource<Summary> {
  const { storeId } = useConsole().store;
  return useLiveResource(`summary ${storeId}`, (signal) => getSummary(storeId, signal), KINDS);
}
