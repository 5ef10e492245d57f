import { client, unwrap } from './client';
import type { ExpectedGap } from './types';

/** Times in which gaps are expected, from now on. */
export async function getExpectedGaps(storeId: string, signal: AbortSignal): Promise<ExpectedGap[]> {
  const path = { storeId };
  return (await unwrap(client.GET('/v1/stores/{storeId}/suppressions', { params: { path }, signal }))).windows;
}

export const addExpectedGap = (
  storeId: string,
  body: Pick<ExpectedGap, 'startsAt' | 'endsAt' | 'reason' | 'fixtureId'>,
): Promise<ExpectedGap> =>
  unwrap(client.POST('/v1/stores/{storeId}/suppressions', { params: { path: { storeId } }, body }));

export async function endExpectedGap(storeId: string, windowId: string): Promise<void> {
  const path = { storeId, windowId };
  await unwrap(client.DELETE('/v1/stores/{storeId}/suppressions/{windowId}', { params: { path } }));
}
