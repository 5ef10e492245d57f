import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { openTrainingBackend } from '../backend/training-backend.js';
import { splitByGroup } from '../dataset/split-by-group.js';
import { syntheticCrops } from '../testing/synthetic-crops.js';
import { defaultAugmentation } from './augment-crop.js';
import type { EpochRecord } from './checkpoint.js';
import { train, type TrainingRun } from './train.js';
import { TrainingCancelledError } from './training.errors.js';
import { defaultTrainingOptions, type TrainingOptions } from './training-options.js';

const options: TrainingOptions = {
  ...defaultTrainingOptions,
  batchSize: 8,
  headEpochs: 4,
  phases: [
    { name: 'top', inputSize: 32, epochs: 1, unfrozenGroups: 1, learningRate: 2e-3 },
    { name: 'all', inputSize: 32, epochs: 2, unfrozenGroups: 5, learningRate: 2e-3 },
  ],
  dropout: 0,
  emaDecay: 0.5,
  labelSmoothing: 0,
  augmentation: { ...defaultAugmentation, blurChance: 0, eraseChance: 0, perspective: 0.01 },
};

const dataSet = syntheticCrops({ classes: 3, perClass: 12, cropSize: 32 });
const split = splitByGroup(dataSet.items, { validation: 0.2, test: 0.2 }, 1);
let workFolder: string;

beforeAll(async () => {
  await openTrainingBackend('wasm');
});
beforeEach(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'training-'));
});
afterEach(async () => {
  await rm(workFolder, { recursive: true });
});

const run = (changes: Partial<TrainingRun> = {}): TrainingRun => ({
  ...{ dataSet, split, options, workFolder, architecture: { width: 0.35, inputSize: 32 } },
  ...changes,
});

describe('Training on WebAssembly, with nothing but npm packages', () => {
  it('When a small run ends, then loss has fallen, figures are stated, and no tensor is left', async () => {
    const before = tf.memory().numTensors;
    const epochs: EpochRecord[] = [];
    const shares: number[] = [];
    const result = await train(
      run({ onEpoch: (record) => epochs.push(record), onProgress: ({ done }) => shares.push(done) }),
    );
    expect(tf.memory().numTensors).toBe(before);
    expect(epochs.map(({ phase, epoch }) => `${phase} ${epoch}`)).toEqual(['top 1', 'all 1', 'all 2']);
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss);
    expect(Object.values(result.metrics).every(Number.isFinite)).toBe(true);
    expect(result.temperature).toBeGreaterThan(0);
    expect(result.weights.get('predictions/kernel')!.shape).toEqual([1_280, 3]);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('When the backbone is another one, then it learns as well, from pixels in its own range, and no tensor is left', async () => {
    const before = tf.memory().numTensors;
    const epochs: EpochRecord[] = [];
    const architecture = { backbone: 'efficientnet-lite0', width: 0.35, inputSize: 32 } as const;
    const result = await train(run({ architecture, onEpoch: (record) => epochs.push(record) }));
    expect(tf.memory().numTensors).toBe(before);
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss);
    expect(result.weights.get('block3a_dwconv/depthwise_kernel')!.shape).toEqual([5, 5, 48, 1]);
    expect(Object.values(result.metrics).every(Number.isFinite)).toBe(true);
  });

  it('When a run is stopped and started again, then it ends with the same weights as one that was not', async () => {
    const whole = await train(run());
    const stop = new AbortController();
    const stopped = train(run({ signal: stop.signal, onEpoch: ({ phase }) => phase === 'all' && stop.abort() }));
    await expect(stopped).rejects.toThrow(TrainingCancelledError);
    const epochs: EpochRecord[] = [];
    const resumed = await train(run({ onEpoch: (record) => epochs.push(record) }));
    expect(epochs.map(({ phase, epoch }) => `${phase} ${epoch}`)).toEqual(['all 2']);
    for (const name of ['Conv1/kernel', 'block_9_depthwise/bias', 'predictions/kernel'])
      expect(resumed.weights.get(name)).toEqual(whole.weights.get(name));
  });
});
