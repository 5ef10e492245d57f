/** One convolution of the network; batch normalisation is folded, so each has a bias. */
export interface ConvolutionSpec {
  readonly operation: 'convolution';
  /** Keras layer name without a suffix, as it stands in weight files: `Conv1`, `block_3_expand`, … */
  readonly name: string;
  /** The layer whose output it reads, or `NETWORK_INPUT`. */
  readonly input: string;
  readonly kind: 'standard' | 'depthwise' | 'pointwise';
  /** Side of the square kernel. */
  readonly kernelSize: KernelSize;
  readonly stride: 1 | 2;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly activation: Activation;
  /** Side of the square output in pixels. */
  readonly outputSize: number;
  /** Group for unfreezing: 1 at the top of the network, `BACKBONE_GROUPS` at its input. */
  readonly group: number;
}

/** The sum of two layers' outputs, which have one shape. */
export interface AddSpec {
  readonly operation: 'add';
  readonly name: string;
  readonly inputs: readonly [string, string];
}

export type LayerSpec = ConvolutionSpec | AddSpec;
export type KernelSize = 1 | 3 | 5;
export type Activation = 'relu6' | 'linear';

/** Name of the network's input: values of pixels after `inputRange`. */
export const NETWORK_INPUT = 'pixels';
/** Groups that every backbone is cut into for unfreezing. */
export const BACKBONE_GROUPS = 5;

/**
 * A backbone as plain data: what the TensorFlow.js layers, the engines, the ONNX export, the import of weights and the tests all read.
 * The output of the last layer is averaged over all places and becomes the embedding.
 */
export interface Network {
  readonly backbone: string;
  readonly width: number;
  /** Side of the square input in pixels, a multiple of 32. */
  readonly inputSize: number;
  /** What becomes of a byte before the first layer: `byte * scale + offset`. */
  readonly inputRange: InputRange;
  /** In the order of computation. */
  readonly layers: readonly LayerSpec[];
  readonly embeddingLength: number;
}

export interface InputRange {
  readonly scale: number;
  readonly offset: number;
}

/** Every convolution from the input to the embedding, in order. */
export function convolutionsOf({ layers }: Pick<Network, 'layers'>): ConvolutionSpec[] {
  return layers.filter((layer) => layer.operation === 'convolution');
}

/** Where a convolution's kernel is stored, and with which shape: (height, width, in, out), depthwise (height, width, channels, 1). */
export function kernelOf(spec: ConvolutionSpec): { name: string; shape: readonly [number, number, number, number] } {
  const { name, kind, kernelSize, inputChannels, outputChannels } = spec;
  return kind === 'depthwise'
    ? { name: `${name}/depthwise_kernel`, shape: [kernelSize, kernelSize, inputChannels, 1] }
    : { name: `${name}/kernel`, shape: [kernelSize, kernelSize, inputChannels, outputChannels] };
}

/** Parameters of the backbone: kernels and one bias per output channel. */
export function countBackboneParameters(network: Pick<Network, 'layers'>): number {
  return convolutionsOf(network).reduce((sum, spec) => {
    const perOutput = spec.kernelSize ** 2 * (spec.kind === 'depthwise' ? 1 : spec.inputChannels);
    return sum + (perOutput + 1) * spec.outputChannels;
  }, 0);
}

/**
 * TensorFlow's SAME on an even side, as (before, after): a stride of 2 needs one pixel less, and what is odd goes to the end.
 */
export function samePadding({
  kernelSize,
  stride,
}: Pick<ConvolutionSpec, 'kernelSize' | 'stride'>): [before: number, after: number] {
  const total = Math.max(0, kernelSize - stride);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** Nearest multiple of 8, never more than 10 % below `channels`: the published rounding (`_make_divisible`) for other widths. */
export function roundChannels(channels: number): number {
  const rounded = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}
