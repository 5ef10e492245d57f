'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { getCameraShelf } from '../../monitoring/api';
import type { CameraShelf, LiveKind } from '../../monitoring/types';

const KINDS: readonly LiveKind[] = ['slot-state', 'camera-health', 'stock-event'];
/** Most pictures change no slot, so no event tells of them; the picture itself should still be the newest. */
const TIMINGS = { minIntervalMs: 1_000, idleMs: 4_000, retryMs: 1_000 };

export function useCameraShelf(cameraId: string): LiveResource<CameraShelf> {
  return useLiveResource(`shelf ${cameraId}`, (signal) => getCameraShelf(cameraId, signal), KINDS, TIMINGS);
}
