import type { NamedWeights, WeightTensor } from '../model-folder/weight-tensor.js';

export type WeightsFormat = 'tfjs-layers' | 'tfjs-graph' | 'tfjs-manifest' | 'keras-h5' | 'keras-v3' | 'tflite';

/** A convolution in a graph, batch normalisation folded where the graph had one. */
export interface GraphConvolution {
  /** Of the tensor or node, for messages. */
  readonly name: string;
  readonly isDepthwise: boolean;
  /** (height, width, in, out), depthwise (height, width, channels, 1). */
  readonly kernel: WeightTensor;
  /** One value per output channel; zeros where there was none. */
  readonly bias: Float32Array;
}

/** Weights as a file names its layers. */
export interface NamedLayers {
  readonly format: WeightsFormat;
  readonly order?: undefined;
  /** `<layer>/<weight>`: `Conv1/kernel`, `bn_Conv1/moving_mean`, … */
  readonly tensors: NamedWeights;
  /** Of batch normalisations by layer, where the file tells. */
  readonly epsilons: ReadonlyMap<string, number>;
}

/** Weights of a graph whose converter made names up: what counts is the order of computation. */
export interface OrderedConvolutions {
  readonly format: WeightsFormat;
  readonly order: readonly GraphConvolution[];
}

export type WeightsFile = NamedLayers | OrderedConvolutions;

/** The last two parts of a weight's path, without TensorFlow's `:0`: `model/block_1_expand/kernel:0` → `block_1_expand/kernel`. */
export const shortName = (path: string): string => path.replace(/:\d+$/, '').split('/').slice(-2).join('/');
