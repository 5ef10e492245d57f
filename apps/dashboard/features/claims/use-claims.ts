'use client';
import { type LiveResource, useLiveResource } from '../../live/use-live-resource';
import { type ClaimsChoice, getClaims, getStores } from '../../monitoring/claims-api';
import type { ClaimsReport, LiveKind, Store } from '../../monitoring/types';
import { claimsAddress } from './claims-address';

/** Weeks of figures do not change by one event, and take the service a while. */
const KINDS: readonly LiveKind[] = [];
const TIMINGS = { minIntervalMs: 2_000, idleMs: 300_000, retryMs: 5_000 };

export const useClaims = (choice: ClaimsChoice): LiveResource<ClaimsReport> =>
  useLiveResource(claimsAddress(choice), (signal) => getClaims(choice, signal), KINDS, TIMINGS);

export const useStores = (): LiveResource<Store[]> => useLiveResource('stores', getStores, KINDS, TIMINGS);
