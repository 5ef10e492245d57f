import * as tf from '@tensorflow/tfjs';
import { openTrainingBackend } from '../backend/training-backend.js';
import { networkOf } from '../backbone/backbones.js';
import { buildClassifier } from '../backbone/build-classifier.js';
import { assignWeights } from '../backbone/named-weights.js';
import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { roundToFloat16 } from '../model-folder/weights-manifest.js';
import { toModelInput } from '../preprocess/input-range.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { patternCrops } from './engine.contract.js';
import { ThreadedEngine } from './threaded.engine.js';

beforeAll(async () => {
  await openTrainingBackend('wasm');
});

describe('the network that is served', () => {
  it.each([
    ['mobilenet-v2', 0.35, 224],
    ['mobilenet-v2', 1.3, 96],
    ['efficientnet-lite0', 0.5, 160],
  ] as const)(
    'When the layers of %s %d at %d that were trained compute the same crop, then they agree with the exported file',
    async (backbone, width, inputSize) => {
      const model = untrainedModel({ backbone, width, inputSize, certainty: 0.03 });
      const folder = await temporaryFolder();
      await writeModelFolder(folder.path, model);
      const engine = new ThreadedEngine('onnxruntime', { maxBatch: 2 });
      await engine.load(folder.path);
      const pixels = patternCrops(2, inputSize);
      const served = await engine.classify(pixels, 2);
      await engine.dispose();
      await folder.remove();

      const before = tf.memory().numTensors;
      const network = networkOf(model.architecture);
      const layers = buildClassifier(network, { classes: model.labels.length });
      assignWeights(layers, roundToFloat16(model.weights));
      const trained = tf.tidy(() => {
        const input = tf.tensor4d(toModelInput(pixels, network.inputRange), [2, inputSize, inputSize, 3]);
        return tf.softmax((layers.predict(input) as tf.Tensor2D).div(model.temperature)).dataSync();
      });
      layers.dispose();
      expect(tf.memory().numTensors).toBe(before);
      // Probabilities near 1 and 0 would agree whatever was computed.
      expect(Math.max(...trained)).toBeLessThan(0.9);
      expect(served.length).toBe(2 * model.labels.length);
      served.forEach((value, index) => expect(Math.abs(value - trained[index]!)).toBeLessThan(1e-4));
    },
  );
});
