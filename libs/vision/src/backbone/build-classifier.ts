import * as tf from '@tensorflow/tfjs';
import { buildBackbone } from './build-backbone.js';
import type { Network } from './network.js';

/** Name of the last layer, as in the weight files. */
export const CLASSIFIER_LAYER = 'predictions';

/**
 * The whole network: backbone and one dense layer. `[batch, size, size, 3]` in the network's input range → logits `[batch, classes]`. Softmax and
 * temperature are applied outside, because the loss wants logits; dropout between the two parts is training's, which gives it a
 * seed for each step (the layer of TensorFlow.js would drop the same units every time).
 *
 * @param options.anySize leaves height and width open
 */
export function buildClassifier(
  network: Network,
  options: { classes: number; anySize?: boolean; seed?: number },
): tf.LayersModel {
  const backbone = buildBackbone(network, { anySize: options.anySize, seed: options.seed });
  const predictions = tf.layers.dense({
    name: CLASSIFIER_LAYER,
    units: options.classes,
    kernelInitializer: tf.initializers.glorotUniform({ seed: options.seed }),
  });
  const logits = predictions.apply(backbone.outputs[0]!) as tf.SymbolicTensor;
  return tf.model({ inputs: backbone.inputs, outputs: logits, name: `${network.backbone}-classifier` });
}

/** The part of a classifier that ends in the embedding; shares its layers, so there is nothing more to dispose. */
export function backboneOf(classifier: tf.LayersModel): tf.LayersModel {
  return tf.model({ inputs: classifier.inputs, outputs: classifier.getLayer('embedding').output as tf.SymbolicTensor });
}
