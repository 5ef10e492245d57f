import type { Group } from 'h5wasm';
import type { WeightTensor } from '../model-folder/weight-tensor.js';
import { epsilonsOf, layersOfConfig } from './keras-config.js';
import { nameKerasLayers } from './keras-v3-layers.js';
import { type NamedLayers, shortName } from './weights-file.js';

/** h5wasm keeps files in memory under a name; calls may overlap. */
let nextFile = 0;

/**
 * Reads the weights of a Keras HDF5 file: a whole model or its weights, of Keras 1 and 2 (`.h5`) or Keras 3 (`.weights.h5`).
 *
 * @param config of the model, where it is kept apart (`.keras`)
 * @throws {Error} when it is no such file
 */
export async function readKerasH5(bytes: Uint8Array, config?: unknown): Promise<NamedLayers> {
  const { ready, File } = await import('h5wasm');
  const { FS, activate_throwing_error_handler } = await ready;
  activate_throwing_error_handler();
  const path = `/weights-${nextFile++}.h5`;
  FS.writeFile(path, bytes);
  try {
    const file = new File(path, 'r');
    try {
      const text = file.attrs['model_config']?.value;
      const layers = layersOfConfig(config ?? (typeof text === 'string' ? JSON.parse(text) : undefined));
      const isNew = file.keys().includes('layers');
      const datasets = collect(file);
      return {
        format: isNew ? 'keras-v3' : 'keras-h5',
        tensors: isNew ? newLayout(datasets, nameKerasLayers(file, layers)) : oldLayout(datasets),
        epsilons: epsilonsOf(layers),
      };
    } finally {
      file.close();
    }
  } finally {
    FS.unlink(path);
  }
}

type Datasets = ReadonlyMap<string, WeightTensor>;

/** All tensors of floating-point numbers by path, those of an optimiser left out. */
function collect(group: Group, prefix = '', into = new Map<string, WeightTensor>()): Datasets {
  for (const key of group.keys()) {
    if (prefix === '' && /optimizer/.test(key)) continue;
    const entity = group.get(key);
    const path = `${prefix}${key}`;
    if (entity === null) continue;
    if ('keys' in entity) collect(entity as Group, `${path}/`, into);
    else if ('shape' in entity && entity.shape !== null) {
      const values = entity.value;
      if (values instanceof Float32Array || values instanceof Float64Array)
        into.set(path, { shape: entity.shape, values: Float32Array.from(values) });
    }
  }
  return into;
}

const oldLayout = (datasets: Datasets) => new Map([...datasets].map(([path, tensor]) => [shortName(path), tensor]));

/** `layers/conv2d_3/vars/0`: the layer's own name stands in `names`, and the place among `vars` tells which weight it is. */
function newLayout(datasets: Datasets, names: ReadonlyMap<string, string>): Map<string, WeightTensor> {
  const tensors = new Map<string, WeightTensor>();
  for (const [path, tensor] of datasets) {
    const [, layer, place] = /^(.*)\/vars\/(\d+)$/.exec(path) ?? [];
    const name = layer === undefined ? undefined : names.get(layer);
    if (name === undefined) continue;
    const isKernel = (datasets.get(`${layer}/vars/0`)?.shape.length ?? 0) > 1;
    const weights = isKernel ? ['kernel', 'bias'] : ['gamma', 'beta', 'moving_mean', 'moving_variance'];
    tensors.set(`${name}/${weights[Number(place)] ?? place}`, tensor);
  }
  return tensors;
}
