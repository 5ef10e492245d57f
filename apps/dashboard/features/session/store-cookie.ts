import type { Store } from '../../monitoring/types';

/** Remembers in this browser which shop was looked at last. */
export const STORE_COOKIE = 'shelfwatch-store';

export const chooseStore = (stores: readonly Store[], wanted: string | undefined): Store | undefined =>
  stores.find(({ storeId }) => storeId === wanted) ?? stores[0];
