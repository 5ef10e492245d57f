import { client, unwrap } from './client';
import type { ReplayReport } from './types';

/** What would be different; values as they were typed, since the service says best what is wrong. */
export interface ReplayQuestion {
  /** ISO 8601. */
  from: string;
  to: string;
  whatIf: {
    filter: Record<string, unknown>;
    lowShare?: unknown;
    replenishment: Record<string, unknown>;
    suppressions: 'as-recorded' | 'none';
    moreSuppressions: { startsAt: string; endsAt: string; reason: string }[];
  };
}

/** Answers when the replay is over, after up to a minute. Nothing is changed. */
export function askReplay(storeId: string, question: ReplayQuestion, signal: AbortSignal): Promise<ReplayReport> {
  const params = { path: { storeId } };
  return unwrap(client.POST('/v1/stores/{storeId}/replays', { params, body: question as never, signal }));
}
