import type { ClaimsChoice } from '../../monitoring/claims-api';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const USUAL_DAYS = 7;

/** What an address asks for; where it says nothing: the shop that is looked at, over the last week and the one before. */
export function claimsChoiceOf(
  address: { get(name: string): string | null },
  storeId: string,
  now: number,
): ClaimsChoice {
  const list = (name: string): string[] => (address.get(name) ?? '').split(',').flatMap((id) => id.trim() || []);
  const stores = list('stores');
  // To the hour, so that it is easy to read, and late enough that what has just happened counts.
  const aWeekAgo = Math.ceil(now / HOUR_MS) * HOUR_MS - USUAL_DAYS * DAY_MS;
  return {
    stores: stores.length === 0 ? [storeId] : stores,
    controlStores: list('control'),
    changedAt: address.get('changed') ?? new Date(aWeekAgo).toISOString(),
    days: address.get('days') ?? String(USUAL_DAYS),
  };
}

/** The address of a choice, for bookmarks and to be sent. */
export function claimsAddress({ stores, controlStores, changedAt, days }: ClaimsChoice): string {
  const query = new URLSearchParams({ stores: stores.join(',') });
  if (controlStores.length > 0) query.set('control', controlStores.join(','));
  query.set('changed', changedAt);
  query.set('days', days.trim());
  return `/kpis/claims?${query.toString()}`;
}
