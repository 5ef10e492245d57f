import type { Gtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import { DEFAULT_FILTER_SETTINGS } from './filter-settings.js';
import { foldObservation } from './fold-observation.js';
import type { SlotMemory } from './slot-memory.js';

const TEA = '08904000210037' as Gtin;
const FOREIGN = ['07300011000017', '00012345600012'];
const FRAMES_IN_A_PHASE = 125;
const PHASES = 12;

interface Quality {
  changes: number;
  detected: number;
  /** Changes of state that nothing on the shelf explains. */
  false: number;
  /** Frames from the change to its detection, the median. */
  medianFrames: number;
}

/** Slots that are emptied and refilled in turn, read with independent errors of any confidence. From a seed. */
function measure(secondsBetweenFrames: number, wrongShare: number, slots: number): Quality {
  const random = lehmer(20_260_302);
  const delays: number[] = [];
  let unexplained = 0;
  for (let slot = 0; slot < slots; slot++) {
    const facings = 1 + (slot % 4);
    let memory: SlotMemory | undefined;
    let awaited: number | undefined;
    for (let frame = 0; frame < FRAMES_IN_A_PHASE * PHASES; frame++) {
      const truth = Math.floor(frame / FRAMES_IN_A_PHASE) % 2 === 0 ? 'stocked' : 'empty';
      if (frame > 0 && frame % FRAMES_IN_A_PHASE === 0) awaited = frame;
      const readings = Array.from({ length: facings }, (_, facing) => read(facing, truth, wrongShare, random));
      const observation = { capturedAt: new Date(frame * secondsBetweenFrames * 1_000), readings };
      const before = memory?.status ?? 'unknown';
      const shape = { gtin: TEA, facings, lowFacings: Math.floor(facings / 2) };
      memory = foldObservation(memory, shape, observation, DEFAULT_FILTER_SETTINGS).memory;
      if (memory.status === before || before === 'unknown') continue;
      if (memory.status === truth && awaited !== undefined) delays.push(frame - awaited);
      else unexplained++;
      if (memory.status === truth) awaited = undefined;
    }
  }
  delays.sort((a, b) => a - b);
  const medianFrames = delays[Math.floor(delays.length / 2)] ?? Infinity;
  return { changes: slots * (PHASES - 1), detected: delays.length, false: unexplained, medianFrames };
}

function read(facing: number, truth: string, wrongShare: number, random: () => number): FacingReading {
  const right = truth === 'stocked' ? TEA : 'empty';
  const isWrong = random() < wrongShare;
  const kind = random();
  const other = right === TEA ? 'empty' : TEA;
  const wrong = kind < 0.3 ? 'occluded' : kind < 0.6 ? other : FOREIGN[kind < 0.8 ? 0 : 1]!;
  const label = isWrong ? wrong : right;
  const probability = isWrong ? 0.5 + 0.45 * random() : 0.8 + 0.19 * random();
  const chanceOf = (candidate: string): number => (candidate === label ? probability : (1 - probability) / 3);
  return {
    facing,
    label,
    probability,
    expectedProbability: chanceOf(TEA),
    emptyProbability: chanceOf('empty'),
    occludedProbability: chanceOf('occluded'),
  };
}

function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('the filter on a long noisy day', () => {
  it.each([2, 10, 60])(
    'When a frame comes every %d s and 3 %% of readings are wrong, then it misses nothing and invents next to nothing',
    (seconds) => {
      const quality = measure(seconds, 0.03, 16);
      expect(quality.detected).toBe(quality.changes);
      expect(quality.medianFrames).toBeLessThanOrEqual(2);
      expect(quality.false / quality.changes).toBeLessThan(0.01);
    },
  );

  it('When every twelfth reading is wrong, then it still finds every change, with few inventions', () => {
    const quality = measure(10, 0.08, 16);
    expect(quality.detected).toBe(quality.changes);
    expect(quality.false / quality.changes).toBeLessThan(0.05);
  });
});
