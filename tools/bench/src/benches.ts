import type { Bench } from './bench.js';
import { classifyBench } from './classify/classify.bench.js';
import { eventsBench } from './events/events.bench.js';
import { impactBench } from './impact/impact.bench.js';
import { inferenceBench } from './inference/inference.bench.js';
import { streamBench } from './stream/stream.bench.js';
import { retrainingBench } from './teach/retraining.bench.js';
import { transferBench } from './transfer/transfer.bench.js';

/** Every benchmark by name. */
export const benches: readonly Bench[] = [
  eventsBench,
  classifyBench,
  impactBench,
  inferenceBench,
  streamBench,
  transferBench,
  retrainingBench,
];
