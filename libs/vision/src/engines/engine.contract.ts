import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { BackboneName } from '../backbone/backbone-names.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { CROP_SIZE } from '../preprocess/crop-region.js';
import { cropGoldenShelf, shippedModelFolder } from '../testing/golden-shelf.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { ModelFolderError } from '../model-folder/model-folder.errors.js';
import { EngineUseError } from './engine.errors.js';
import type { EngineName } from './inference-engine.js';
import { ThreadedEngine } from './threaded.engine.js';

const CLASSES = 12;

/** `count` different crops, made of a seeded pattern. @param size side in pixels */
export const patternCrops = (count: number, size = CROP_SIZE): Uint8Array => {
  const bytes = size * size * 3;
  const pixels = new Uint8Array(count * bytes);
  for (let crop = 0; crop < count; crop++) {
    for (let index = 0; index < bytes; index++) {
      pixels[crop * bytes + index] = 128 + 127 * Math.sin((index * (crop + 1)) / (37 + 11 * crop) + crop);
    }
  }
  return pixels;
};

/** The likeliest label of each row. */
function topLabels(rows: Float32Array, { labels }: ModelMetadata): string[] {
  return Array.from({ length: rows.length / labels.length }, (_, index) => {
    const row = rows.subarray(index * labels.length, (index + 1) * labels.length);
    return labels[row.indexOf(Math.max(...row))]!.label;
  });
}

/**
 * What every engine must do, whatever computes inside, with every backbone.
 *
 * @param reference probabilities of some crops as another engine computes them
 */
export function describeEngine(
  name: EngineName,
  model: { backbone: BackboneName; width: number; inputSize: number },
  reference: (folder: string, pixels: Uint8Array, count: number) => Promise<Float32Array>,
): void {
  const untrained = () => untrainedModel({ ...model, classes: CLASSES, certainty: 0.03 });
  const crops = (count: number) => patternCrops(count, model.inputSize);
  const cropBytes = model.inputSize ** 2 * 3;

  describe(`the engine ${name} with ${model.backbone} ${model.width} at ${model.inputSize}`, () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let engine: ThreadedEngine;

    beforeAll(async () => {
      folder = await temporaryFolder();
      await writeModelFolder(folder.path, untrained());
      engine = new ThreadedEngine(name, { maxBatch: 8 });
      await engine.load(folder.path);
    });
    afterAll(async () => {
      await engine.dispose();
      await folder.remove();
    });

    it('When it loads a model, then it gives the metadata back', async () => {
      const other = new ThreadedEngine(name, { maxBatch: 1 });
      expect(await other.load(folder.path)).toMatchObject({ name: 'untrained', temperature: 1.7, architecture: model });
      await other.dispose();
    });

    it('When crops are classified, then each row sums to 1 and crops differ', async () => {
      const rows = await engine.classify(crops(3), 3);
      expect(rows).toHaveLength(3 * CLASSES);
      const row = (index: number) => [...rows.subarray(index * CLASSES, (index + 1) * CLASSES)];
      for (const index of [0, 1, 2]) expect(row(index).reduce((sum, value) => sum + value)).toBeCloseTo(1, 4);
      expect(row(0)).not.toEqual(row(1));
    });

    it('When another engine computes the same, then no probability differs by more than 0.001', async () => {
      const expected = await reference(folder.path, crops(4), 4);
      const rows = await engine.classify(crops(4), 4);
      const differences = rows.map((value, index) => Math.abs(value - expected[index]!));
      expect(Math.max(...differences)).toBeLessThan(1e-3);
    });

    it('When the shipped model sees a shelf that it was not trained on, then it names what stands there', async () => {
      const { pixels, labels } = await cropGoldenShelf();
      const shipped = new ThreadedEngine(name, { maxBatch: 8 });
      const metadata = await shipped.load(shippedModelFolder);
      const rows = await shipped.classify(pixels, labels.length);
      await shipped.dispose();
      expect(topLabels(rows, metadata)).toEqual(labels);
    });

    it.each([1, 2, 3, 7, 8, 11])('When %d crops come, then each is answered as if it came alone', async (count) => {
      const rows = await engine.classify(crops(count), count);
      expect(rows).toHaveLength(count * CLASSES);
      const last = count - 1;
      const alone = await engine.classify(crops(count).slice(last * cropBytes), 1);
      alone.forEach((value, index) => expect(rows[last * CLASSES + index]).toBeCloseTo(value, 4));
    });

    it('When it has classified often, then it holds no more tensors than before', async () => {
      const before = await engine.liveTensors();
      for (let round = 0; round < 5; round++) await engine.classify(crops(3), 3);
      expect(await engine.liveTensors()).toBe(before);
    });

    it('When pixels and count do not match, then it says so and goes on', async () => {
      await expect(engine.classify(new Uint8Array(100), 1)).rejects.toThrow(EngineUseError);
      await expect(engine.classify(new Uint8Array(0), 0)).rejects.toThrow(EngineUseError);
      expect(await engine.classify(crops(1), 1)).toHaveLength(CLASSES);
    });

    it('When a large batch is computed, then the event loop stays free', async () => {
      const pixels = crops(32);
      const before = performance.eventLoopUtilization();
      await engine.classify(pixels, 32);
      // Not the delay of timers, which on a busy machine tells more about the neighbours: a loop that waits is idle, one that
      // computes is not.
      expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.4);
    });

    it('When calls overlap, then each gets its own answer', async () => {
      const [first, second] = await Promise.all([1, 2].map((count) => engine.classify(crops(count), count)));
      expect(first).toHaveLength(CLASSES);
      expect(second).toHaveLength(2 * CLASSES);
    });

    it('When a file of the model is corrupt, then the folder is refused', async () => {
      const broken = await temporaryFolder();
      await writeModelFolder(broken.path, untrained());
      await truncate(join(broken.path, name === 'onnxruntime' ? 'model.onnx' : 'weights.bin'), 1234);
      const other = new ThreadedEngine(name);
      await expect(other.load(broken.path)).rejects.toThrow(ModelFolderError);
      await other.dispose();
      await broken.remove();
    });

    it('When it is disposed of, then later calls fail at once', async () => {
      const other = new ThreadedEngine(name, { maxBatch: 1 });
      await other.load(folder.path);
      await other.dispose();
      await expect(other.classify(crops(1), 1)).rejects.toThrow('The thread has ended');
    });
  });
}
