import * as tf from '@tensorflow/tfjs';
import { backboneOf } from '../mobilenet-v2/build-classifier.js';
import type { MobileNetV2Architecture } from '../mobilenet-v2/architecture.js';
import { readWeights } from '../mobilenet-v2/named-weights.js';
import { ONNX_EMBEDDING, ONNX_INPUT } from '../onnx/onnx-names.js';
import { writeOnnxBackbone } from '../onnx/write-onnx-model.js';
import type { Embedder } from './embedder.js';

/**
 * Opens the backbone of a classifier: with ONNX Runtime, about four times as fast on a CPU, else with TensorFlow.js as it is.
 *
 * @param architecture with the size of the crops to come
 */
export async function openEmbedder(model: tf.LayersModel, architecture: MobileNetV2Architecture): Promise<Embedder> {
  const runtime = await import('onnxruntime-node').catch(() => undefined);
  if (runtime === undefined) return tensorFlowEmbedder(model, architecture);
  const file = writeOnnxBackbone({ architecture, weights: readWeights(model) });
  const session = await runtime.InferenceSession.create(file);
  const { inputSize, embeddingLength: width } = architecture;
  return {
    ...{ name: 'onnxruntime', width },
    embed: async (pixels, count) => {
      const input = new runtime.Tensor('uint8', pixels, [count, inputSize, inputSize, 3]);
      return (await session.run({ [ONNX_INPUT]: input }))[ONNX_EMBEDDING]!.data as Float32Array;
    },
    dispose: () => session.release(),
  };
}

function tensorFlowEmbedder(
  model: tf.LayersModel,
  { inputSize, embeddingLength: width }: MobileNetV2Architecture,
): Embedder {
  const backbone = backboneOf(model);
  return {
    ...{ name: tf.getBackend(), width },
    embed: async (pixels, count) =>
      tf.tidy(() => {
        const input = tf.tensor4d(pixels, [count, inputSize, inputSize, 3], 'int32').div(127.5).sub(1);
        return (backbone.predict(input) as tf.Tensor).dataSync<'float32'>();
      }),
    dispose: async () => {},
  };
}
