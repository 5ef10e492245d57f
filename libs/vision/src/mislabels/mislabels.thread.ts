/** Entry of a thread that embeds pictures and finds probably wrong labels among them. */
import { workerData } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import { EmbeddingCache, embeddingKey } from '../embedding/embedding-cache.js';
import { openEmbedder } from '../embedding/open-embedder.js';
import { networkOf } from '../backbone/backbones.js';
import { buildClassifier } from '../backbone/build-classifier.js';
import { assignWeights } from '../backbone/named-weights.js';
import { readWeightsFolder } from '../weights-import/read-weights-folder.js';
import { readModelMetadata } from '../model-folder/read-model-folder.js';
import { serveCalls } from '../threads/serve-calls.js';
import { networkDigest } from '../training/embed-views.js';
import { findMislabels } from './find-mislabels.js';

/** What the thread is started with. */
export interface MislabelsThreadData {
  modelFolder: string;
  cacheFolder: string;
}

const { modelFolder, cacheFolder } = workerData as MislabelsThreadData;
const { embedder, cache, inputSize } = await open();
const { width } = embedder;
let embeddings = new Float32Array();
let pictureIds: readonly string[] = [];

serveCalls({
  describe: () => ({ result: { inputSize } }),
  /** @returns places of the pictures that were never embedded */
  begin(ids: readonly string[]) {
    pictureIds = ids;
    embeddings = new Float32Array(ids.length * width);
    return { result: [...ids.keys()].filter((place) => !cache.read(keyOf(place), rowOf(place))) };
  },
  async embed({ places, pixels }: { places: readonly number[]; pixels: Uint8Array }) {
    const rows = await embedder.embed(pixels, places.length);
    places.forEach((place, index) => {
      rowOf(place).set(rows.subarray(index * width, (index + 1) * width));
      cache.add(keyOf(place), rowOf(place));
    });
    return {};
  },
  /** @param places those of the pictures that labels and groups are of */
  find({
    places,
    ...request
  }: {
    places: number[];
    labels: number[];
    groups: string[];
    classes: number;
    seed: number;
  }) {
    const values = new Float32Array(places.length * width);
    places.forEach((place, row) => values.set(rowOf(place), row * width));
    return { result: findMislabels({ ...request, embeddings: { values, width } }) };
  },
  async close() {
    cache.close();
    await embedder.dispose();
    return {};
  },
});

async function open() {
  const { architecture } = await readModelMetadata(modelFolder);
  // Only to read weights; without the flag it advertises another package on the service's output.
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
  const weights = await readWeightsFolder(modelFolder);
  const network = networkOf(architecture);
  const model = buildClassifier(network, { classes: 2 });
  assignWeights(model, weights, { backboneOnly: true });
  const opened = await openEmbedder(model, network);
  const digest = networkDigest(weights, architecture.inputSize);
  const files = new EmbeddingCache(cacheFolder, digest, opened.width);
  return { embedder: opened, cache: files, inputSize: architecture.inputSize };
}

const rowOf = (place: number): Float32Array => embeddings.subarray(place * width, (place + 1) * width);
const keyOf = (place: number): Buffer => embeddingKey(Buffer.from(pictureIds[place]!), 'picture');
