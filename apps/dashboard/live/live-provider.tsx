'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { EventHub } from './event-hub';
import { LiveContext } from './live-context';
import type { LiveStatus } from './live-status';
import { openLiveStream } from './open-live-stream';

/** One event stream for the whole console. */
export function LiveProvider({ storeId, children }: { storeId: string; children: ReactNode }) {
  const [hub] = useState(() => new EventHub());
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(
    () =>
      openLiveStream(`/api/v1/stream?storeId=${encodeURIComponent(storeId)}`, {
        onEvent: (kind) => hub.publish(kind),
        onGap: () => hub.publishToAll(),
        onStatus: setStatus,
      }),
    [hub, storeId],
  );
  const live = useMemo(() => ({ status, listen: hub.listen }), [hub, status]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
