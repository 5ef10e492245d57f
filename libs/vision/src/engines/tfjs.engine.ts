import * as tf from '@tensorflow/tfjs';
import { networkOf } from '../backbone/backbones.js';
import type { Network } from '../backbone/network.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { readModelMetadata } from '../model-folder/read-model-folder.js';
import { toModelInput } from '../preprocess/input-range.js';
import { EngineUseError } from './engine.errors.js';
import type { InferenceEngine } from './inference-engine.js';
import { type TfjsEngineName, useTfjsBackend } from './tfjs-backend.js';
import { computeLogits, type WeightTensors } from './tfjs-network.js';
import { readWeightTensors } from './tfjs-weights.js';

interface LoadedModel {
  network: Network;
  weights: WeightTensors;
  temperature: number;
}

/** TensorFlow.js with one of its backends: CUDA, the native CPU library, or WebAssembly. One per thread. */
export class TfjsEngine implements InferenceEngine {
  private loaded: LoadedModel | undefined;

  constructor(readonly name: TfjsEngineName) {}

  async load(folder: string): Promise<ModelMetadata> {
    await useTfjsBackend(this.name);
    const metadata = await readModelMetadata(folder);
    this.loaded = {
      network: networkOf(metadata.architecture),
      weights: await readWeightTensors(folder, metadata),
      temperature: metadata.temperature,
    };
    return metadata;
  }

  async classify(pixels: Uint8Array, count: number): Promise<Float32Array> {
    if (this.loaded === undefined) throw new EngineUseError('No model is loaded.');
    const { network, weights, temperature } = this.loaded;
    const { inputSize, inputRange } = network;
    const probabilities = tf.tidy(() => {
      const input = tf.tensor4d(toModelInput(pixels, inputRange), [count, inputSize, inputSize, 3]);
      return tf.softmax(tf.div<tf.Tensor2D>(computeLogits(network, weights, input), temperature));
    });
    try {
      return (await probabilities.data()) as Float32Array;
    } finally {
      probabilities.dispose();
    }
  }

  async liveTensors(): Promise<number> {
    return tf.memory().numTensors;
  }

  async dispose(): Promise<void> {
    tf.dispose(this.loaded?.weights);
    this.loaded = undefined;
  }
}
