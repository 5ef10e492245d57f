import type { Bench } from './bench.js';
import { classifyBench } from './classify/classify.bench.js';

/** Every benchmark by name. */
export const benches: readonly Bench[] = [classifyBench];
