import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EmbeddingCache, embeddingKey } from '../embedding/embedding-cache.js';
import type { Embedder } from '../embedding/embedder.js';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { type Augmentation, CropAugmenter } from './augment-crop.js';
import { createRandom } from './random.js';
import { TrainingCancelledError } from './training.errors.js';

const BATCH = 16;

export interface ViewsToEmbed {
  embedder: Embedder;
  /** Side of the network's input. */
  inputSize: number;
  /** Views of each crop besides the plain one. */
  views: number;
  augmentation: Augmentation;
  seed: number;
  /** Embeddings of earlier runs are taken from here. */
  cache: EmbeddingCache;
  onCrops: (crops: number) => void;
  signal?: AbortSignal;
}

/**
 * Embeds every crop as it is, and some times changed by chance.
 *
 * @returns rows of embeddings with their labels: first all plain ones, in the order of `indexes`
 */
export async function embedViews(
  dataSet: CropDataSet,
  indexes: readonly number[],
  run: ViewsToEmbed,
): Promise<{ embeddings: Float32Array; labels: number[] }> {
  const { embedder, views, inputSize } = run;
  const { width } = embedder;
  const embeddings = new Float32Array((1 + views) * indexes.length * width);
  const crop = new Uint8Array(dataSet.cropSize ** 2 * 3);
  const changed = new CropAugmenter(run.augmentation);
  const plain = new CropAugmenter(undefined);
  const length = inputSize ** 2 * 3;
  const values = new Float32Array(length);
  const waiting: { key: Buffer; row: Float32Array }[] = [];
  let gathered = new Uint8Array(BATCH * length);
  let spare = new Uint8Array(BATCH * length);

  // One batch is computed while the next one is changed by chance.
  let computing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    const pixels = gathered.subarray(0, batch.length * length);
    await computing;
    [gathered, spare] = [spare, gathered];
    computing = embedder.embed(pixels, batch.length).then((rows) =>
      batch.forEach(({ key, row }, place) => {
        row.set(rows.subarray(place * width, (place + 1) * width));
        run.cache.add(key, row);
      }),
    );
    // Whoever awaits it sees the rejection; until then it must not end the process.
    computing.catch(() => undefined);
  };

  for (let view = 0; view <= views; view += 1)
    for (const [place, index] of indexes.entries()) {
      dataSet.read(index, crop);
      const key = embeddingKey(crop, view === 0 ? '' : JSON.stringify([view, run.seed, run.augmentation]));
      const at = (view * indexes.length + place) * width;
      const row = embeddings.subarray(at, at + width);
      run.onCrops(1);
      if (run.cache.read(key, row)) continue;
      // By the crop's own content: the same view of the same picture in any data set.
      const random = createRandom(run.seed, view, key.readInt32LE(0));
      (view === 0 ? plain : changed).write(crop, dataSet.cropSize, inputSize, random, values, 0);
      writeBytes(values, gathered, waiting.length * length);
      waiting.push({ key, row });
      if (waiting.length < BATCH) continue;
      await flush();
      // Native runtimes never leave the thread by themselves: let signals and messages in.
      await nextTurn();
      if (!run.signal?.aborted) continue;
      await computing;
      throw new TrainingCancelledError();
    }
  await flush();
  await computing;
  const labels = indexes.map((index) => dataSet.items[index]!.label);
  return { embeddings, labels: Array.from({ length: 1 + views }, () => labels).flat() };
}

/** A plain loop: `Uint8Array.from` with a function takes as long for a picture as the network. @param values in [-1, 1] */
function writeBytes(values: Float32Array, into: Uint8Array, offset: number): void {
  for (let index = 0; index < values.length; index += 1) {
    const byte = Math.round((values[index]! + 1) * 127.5);
    into[offset + index] = byte < 0 ? 0 : byte > 255 ? 255 : byte;
  }
}

/** Tells networks apart in the cache. */
export function networkDigest(weights: NamedWeights, inputSize: number): string {
  const hash = createHash('sha256').update(String(inputSize));
  for (const [name, { values }] of [...weights].sort(([a], [b]) => a.localeCompare(b)))
    if (!name.startsWith('predictions/'))
      hash.update(name).update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest('hex').slice(0, 24);
}
