import * as tf from '@tensorflow/tfjs';
import { ModelWeightsError } from '../model-folder/model-folder.errors.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';

/**
 * Variables of a model under the names of the weight files. They are told from their place in the layer, because TensorFlow.js
 * numbers variable names when the same layer name was used before in the process.
 */
export function variablesOf(model: tf.LayersModel): Map<string, tf.Variable> {
  const variables = new Map<string, tf.Variable>();
  for (const layer of model.layers) {
    const kernel = layer.getClassName() === 'DepthwiseConv2D' ? 'depthwise_kernel' : 'kernel';
    layer.weights.forEach((weight, index) => {
      // LayerVariable hides the variable that gradients are taken for.
      const { val } = weight as unknown as { val: tf.Variable };
      variables.set(`${layer.name}/${index === 0 ? kernel : 'bias'}`, val);
    });
  }
  return variables;
}

/** Copies a model's parameters out of the backend. */
export function readWeights(model: tf.LayersModel): NamedWeights {
  return new Map(
    [...variablesOf(model)].map(([name, variable]) => [
      name,
      { shape: variable.shape, values: (variable.dataSync() as Float32Array).slice() },
    ]),
  );
}

/**
 * Sets the parameters of a model.
 *
 * @param options.backboneOnly leaves the classifier as it is, and does not ask for its weights
 * @throws {ModelWeightsError} when a weight is missing or has another shape
 */
export function assignWeights(
  model: tf.LayersModel,
  weights: NamedWeights,
  options: { backboneOnly?: boolean } = {},
): void {
  for (const [name, variable] of variablesOf(model)) {
    if (options.backboneOnly && name.startsWith('predictions/')) continue;
    const weight = weights.get(name);
    const found = weight === undefined ? 'is missing' : `has shape ${weight.shape.join('×')}`;
    if (weight?.shape.join() !== variable.shape.join())
      throw new ModelWeightsError(name, `The weight ${name} ${found}; expected ${variable.shape.join('×')}.`);
    tf.tidy(() => variable.assign(tf.tensor(weight!.values, variable.shape)));
  }
}
