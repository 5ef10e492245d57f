import type { Bench, BenchOptions, Figures } from '../bench.js';
import { compareArms } from './compare-arms.js';
import { DEFAULT_PARAMETERS } from './parameters.js';
import { simulateChain } from './simulate-chain.js';
import { SENSITIVITY, SENSITIVITY_SHOPS } from './variants.js';

/** A chain of shops with and without the platform, in the same world. */
export const impactBench: Bench = {
  name: 'impact',
  summary: 'a simulated chain of shops with and without the platform: out-of-stock incidents, inventory accuracy, work',
  async run({ seed, progress }: BenchOptions): Promise<Figures> {
    return compareArms(simulateChain(DEFAULT_PARAMETERS, seed, SENSITIVITY, SENSITIVITY_SHOPS, progress), seed);
  },
};
