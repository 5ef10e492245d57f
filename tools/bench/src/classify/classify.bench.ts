import { availableEngines, CROP_BYTES, type EngineName, ThreadedEngine } from '@shelfwatch/vision/serving';
import type { Bench, Figures } from '../bench.js';
import { classifyConfig } from './classify.config.js';
import { heldOutCrops } from './held-out-crops.js';
import { measureAccuracy } from './measure-accuracy.js';
import { measureSpeed, type Speed } from './measure-speed.js';

/** The shipped model: how often it is right on shelves it has never seen, and how fast each engine of this machine is. */
export const classifyBench: Bench = {
  name: 'classify',
  summary: 'accuracy of the shipped model on unseen renders, agreement and speed of the engines',
  async run({ seed, world, progress }): Promise<Figures> {
    if (world !== 'drawn') throw new Error('The shipped model knows the drawn world only; leave out --world.');
    const { MODEL_DIR: folder } = classifyConfig();
    const engines = availableEngines();
    if (engines.length < 2) throw new Error('Agreement needs two engines, and fewer are installed; run "npm ci".');
    const engine = new ThreadedEngine('onnxruntime');
    const metadata = await engine.load(folder);
    const { sample, ...accuracy } = await measureAccuracy(engine, metadata, heldOutCrops(seed, progress));
    const reference = await engine.classify(sample, sample.length / CROP_BYTES);
    await engine.dispose();

    let maxEngineDifference = 0;
    const speeds: [EngineName, Speed][] = [];
    for (const name of engines) {
      progress(`measuring ${name}`);
      const { speed, rows } = await measureEngine(name, folder, sample);
      speeds.push([name, speed]);
      maxEngineDifference = Math.max(maxEngineDifference, largestDifference(rows, reference));
    }
    const byEngine = (figure: keyof Speed) => Object.fromEntries(speeds.map(([name, speed]) => [name, speed[figure]]));
    return {
      modelVersion: metadata.version,
      classes: metadata.labels.length,
      ...accuracy,
      maxEngineDifference,
      msPerImage: byEngine('msPerImage'),
      imagesPerSecond: byEngine('imagesPerSecond'),
      rawRuntimeImagesPerSecond: byEngine('rawRuntimeImagesPerSecond'),
    };
  },
};

async function measureEngine(
  name: EngineName,
  folder: string,
  sample: Uint8Array,
): Promise<{ speed: Speed; rows: Float32Array }> {
  const engine = new ThreadedEngine(name);
  await engine.load(folder);
  const rows = await engine.classify(sample, sample.length / CROP_BYTES);
  const speed = await measureSpeed(engine, name, folder);
  await engine.dispose();
  return { speed, rows };
}

const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0);
