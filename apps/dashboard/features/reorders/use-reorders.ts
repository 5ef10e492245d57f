'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getReorders } from '../../monitoring/api';
import type { LiveKind, Reorder } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = ['reorder'];

export function useReorders(): LiveResource<Reorder[]> {
  const { storeId } = useConsole().store;
  return useLiveResource(`reorders ${storeId}`, (signal) => getReorders(storeId, signal), KINDS);
}
