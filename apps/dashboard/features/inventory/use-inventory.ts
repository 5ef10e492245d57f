'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getInventory } from '../../monitoring/inventory-api';
import type { LiveKind, StockBalance } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = ['reorder', 'stock-event'];
/** Sales and deliveries come without an event. */
export const TIMINGS = { minIntervalMs: 2_000, idleMs: 15_000, retryMs: 1_000 };

/** What the shop's book says of each product, by name. */
export function useInventory(): LiveResource<StockBalance[]> {
  const { storeId } = useConsole().store;
  return useLiveResource(`inventory ${storeId}`, (signal) => getInventory(storeId, signal), KINDS, TIMINGS);
}
