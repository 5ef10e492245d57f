import type { Bench } from './bench.js';

/** Every benchmark by name. */
export const benches: readonly Bench[] = [];
