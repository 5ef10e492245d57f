import type { LiveKind } from '../monitoring/types';
import type { LiveStatus } from './live-status';

const KINDS: readonly LiveKind[] = ['stock-event', 'slot-state', 'camera-health', 'reorder'];
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** Monitoring sends a heartbeat every 15 s; a connection that is silent for longer is dead, though it may look open. */
const SILENCE_MS = 40_000;

export interface LiveHandlers {
  onEvent(kind: LiveKind): void;
  /** Connected again after a loss: events may have been missed. */
  onGap(): void;
  onStatus(status: LiveStatus): void;
}

/**
 * Opens the stream of server-sent events and keeps it open. The browser reconnects by itself after a broken
 * connection, but gives up for good after an error answer, for instance while the server restarts: then we do.
 *
 * @returns how to close it
 */
export function openLiveStream(address: string, handlers: LiveHandlers): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let wasOpen = false;

  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      source.close();
      lost();
    }, SILENCE_MS);
  };

  const lost = (): void => {
    handlers.onStatus(wasOpen ? 'reconnecting' : 'connecting');
    if (source.readyState !== EventSource.CLOSED) return;
    clearTimeout(silence);
    timer = setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };

  const connect = (): void => {
    source = new EventSource(address);
    heard();
    source.onopen = () => {
      heard();
      if (wasOpen) handlers.onGap();
      wasOpen = true;
      waitMs = FIRST_WAIT_MS;
      handlers.onStatus('live');
    };
    source.onerror = lost;
    source.addEventListener('heartbeat', heard);
    source.addEventListener('resync', () => handlers.onGap());
    for (const kind of KINDS)
      source.addEventListener(kind, () => {
        heard();
        handlers.onEvent(kind);
      });
  };

  connect();
  return () => {
    clearTimeout(timer);
    clearTimeout(silence);
    source.close();
  };
}
