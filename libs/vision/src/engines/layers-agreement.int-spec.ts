import * as tf from '@tensorflow/tfjs';
import { mobileNetV2Architecture } from '../mobilenet-v2/architecture.js';
import { buildClassifier } from '../mobilenet-v2/build-classifier.js';
import { assignWeights } from '../mobilenet-v2/named-weights.js';
import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { roundToFloat16 } from '../model-folder/weights-manifest.js';
import { toModelInput } from '../preprocess/input-range.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { patternCrops } from './engine.contract.js';
import { ThreadedEngine } from './threaded.engine.js';

describe('the network that is served', () => {
  it('When the layers that were trained compute the same crop, then they agree with the exported file', async () => {
    const model = untrainedModel();
    const folder = await temporaryFolder();
    await writeModelFolder(folder.path, model);
    const engine = new ThreadedEngine('onnxruntime', { maxBatch: 2 });
    await engine.load(folder.path);
    const served = await engine.classify(patternCrops(2), 2);
    await engine.dispose();
    await folder.remove();

    await tf.setBackend('cpu');
    const layers = buildClassifier(mobileNetV2Architecture(model.architecture), { classes: model.labels.length });
    assignWeights(layers, roundToFloat16(model.weights));
    const trained = tf.tidy(() => {
      const logits = layers.predict(tf.tensor4d(toModelInput(patternCrops(2)), [2, 224, 224, 3])) as tf.Tensor2D;
      return tf.softmax(logits.div(model.temperature)).dataSync();
    });
    layers.dispose();
    served.forEach((value, index) => expect(Math.abs(value - trained[index]!)).toBeLessThan(1e-4));
  });
});
