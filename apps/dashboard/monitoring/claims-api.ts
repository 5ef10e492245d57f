import { client, unwrap } from './client';
import type { ClaimsReport, Store } from './types';

/** What is compared; values as they were typed, since the service says best what is wrong. */
export interface ClaimsChoice {
  /** Ids of the stores with the change. */
  stores: readonly string[];
  controlStores: readonly string[];
  /** ISO 8601. */
  changedAt: string;
  /** As many before as after. */
  days: string;
}

export async function getStores(signal: AbortSignal): Promise<Store[]> {
  return (await unwrap(client.GET('/v1/stores', { signal }))).stores;
}

export function getClaims(choice: ClaimsChoice, signal: AbortSignal): Promise<ClaimsReport> {
  const { stores, controlStores, changedAt, days } = choice;
  const query = { stores: stores.join(','), controlStores: controlStores.join(','), changedAt, days: days as never };
  return unwrap(client.GET('/v1/claims', { params: { query }, signal }));
}
