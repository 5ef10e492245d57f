import { ModelWeightsError } from '../model-folder/model-folder.errors.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';

/** A weight's values, after a look at its shape. @throws {ModelWeightsError} */
export function takeWeight(weights: NamedWeights, name: string, shape: readonly number[]): Float32Array {
  const weight = weights.get(name);
  const found = weight === undefined ? 'is missing' : `has shape ${weight.shape.join('×')}`;
  if (weight === undefined || weight.shape.join() !== shape.join()) {
    throw new ModelWeightsError(name, `The weight ${name} ${found}; expected ${shape.join('×')}.`);
  }
  return weight.values;
}
