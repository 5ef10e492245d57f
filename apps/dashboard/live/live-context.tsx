'use client';
import { createContext, use } from 'react';
import type { LiveStatus } from './live-status';

export interface Live {
  status: LiveStatus;
  /** Calls `listener` for each event of one of the `kinds`, and after a gap in the stream. Returns the way to stop. */
  listen(kinds: readonly string[], listener: () => void): () => void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new Error('useLive needs a LiveProvider above it');
  return live;
}
