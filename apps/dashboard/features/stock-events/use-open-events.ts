'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getOpenEvents } from '../../monitoring/api';
import type { LiveKind, StockEvent } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

/** A reorder changes what an event shows, too. */
const KINDS: readonly LiveKind[] = ['stock-event', 'reorder'];

export function useOpenEvents(): LiveResource<StockEvent[]> {
  const { storeId } = useConsole().store;
  return useLiveResource(`open-events ${storeId}`, (signal) => getOpenEvents(storeId, signal), KINDS);
}
