import type { Bench } from './bench.js';
import { classifyBench } from './classify/classify.bench.js';
import { streamBench } from './stream/stream.bench.js';

/** Every benchmark by name. */
export const benches: readonly Bench[] = [classifyBench, streamBench];
