'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getCameras } from '../../monitoring/api';
import type { CameraSummary, LiveKind } from '../../monitoring/types';
import { useConsole } from '../session/console-context';

const KINDS: readonly LiveKind[] = ['camera-health', 'slot-state'];

/** The shop's cameras, by name. */
export function useCameras(): LiveResource<CameraSummary[]> {
  const { storeId } = useConsole().store;
  return useLiveResource(
    `cameras ${storeId}`,
    async (signal) =>
      (await getCameras(storeId, signal)).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    KINDS,
  );
}
