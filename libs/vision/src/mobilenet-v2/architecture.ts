/** One convolution of the network; batch normalisation is folded, so each has a bias. */
export interface ConvolutionSpec {
  /** Keras layer name without a suffix, as it stands in weight files: `Conv1`, `block_3_expand`, … */
  readonly name: string;
  readonly kind: 'standard' | 'depthwise' | 'pointwise';
  /** Side of the square kernel. */
  readonly kernelSize: 1 | 3;
  readonly stride: 1 | 2;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Projections are linear: ReLU6 there would destroy information in few channels. */
  readonly activation: 'relu6' | 'linear';
  /** Side of the square output in pixels. */
  readonly outputSize: number;
}

/** An inverted residual: expand (absent in the first block), depthwise, project; the input is added when shapes allow. */
export interface BlockSpec {
  readonly name: string;
  readonly convolutions: readonly ConvolutionSpec[];
  readonly isResidual: boolean;
}

export interface MobileNetV2Architecture {
  readonly width: number;
  /** Side of the square input in pixels, a multiple of 32. */
  readonly inputSize: number;
  readonly stem: ConvolutionSpec;
  readonly blocks: readonly BlockSpec[];
  readonly last: ConvolutionSpec;
  /** Length of the embedding that global average pooling yields. */
  readonly embeddingLength: number;
}

/** Table 2 of "MobileNetV2: Inverted Residuals and Linear Bottlenecks": expansion, channels, repeats, stride of the first. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/** Nearest multiple of 8, never more than 10 % below `channels`: the published rounding for other widths. */
export function roundChannels(channels: number): number {
  const rounded = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

/** The whole network as plain data: what the TensorFlow.js builder, the ONNX export and the tests all read. */
export function mobileNetV2Architecture(options: { width?: number; inputSize?: number } = {}): MobileNetV2Architecture {
  const { width = 1, inputSize = 224 } = options;
  if (!Number.isInteger(inputSize) || inputSize < 32 || inputSize % 32 !== 0)
    throw new RangeError(`MobileNetV2 takes an input size that is a multiple of 32, not ${inputSize}.`);
  if (!(width > 0 && width <= 2)) throw new RangeError(`MobileNetV2 takes a width above 0 and up to 2, not ${width}.`);
  let size = inputSize / 2;
  let channels = roundChannels(32 * width);
  const stem: ConvolutionSpec = {
    name: 'Conv1',
    kind: 'standard',
    kernelSize: 3,
    stride: 2,
    inputChannels: 3,
    outputChannels: channels,
    activation: 'relu6',
    outputSize: size,
  };
  const blocks: BlockSpec[] = [];
  for (const [expansion, stageChannels, repeats, firstStride] of stages)
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const stride = repeat === 0 ? firstStride : 1;
      const outputChannels = roundChannels(stageChannels * width);
      const name = blocks.length === 0 ? 'expanded_conv' : `block_${blocks.length}`;
      blocks.push(
        invertedResidual(name, { expansion, inputChannels: channels, outputChannels, stride, inputSize: size }),
      );
      channels = outputChannels;
      size /= stride;
    }
  const embeddingLength = width > 1 ? roundChannels(1280 * width) : 1280;
  const last = pointwise('Conv_1', channels, embeddingLength, 'relu6', size);
  return { width, inputSize, stem, blocks, last, embeddingLength };
}

/** Every convolution from the input to the embedding, in order. */
export function convolutionsOf(architecture: MobileNetV2Architecture): ConvolutionSpec[] {
  return [architecture.stem, ...architecture.blocks.flatMap((block) => block.convolutions), architecture.last];
}

function invertedResidual(
  name: string,
  shape: { expansion: number; inputChannels: number; outputChannels: number; stride: 1 | 2; inputSize: number },
): BlockSpec {
  const { expansion, inputChannels, outputChannels, stride, inputSize } = shape;
  const hidden = inputChannels * expansion;
  const outputSize = inputSize / stride;
  const depthwise: ConvolutionSpec = {
    name: `${name}_depthwise`,
    kind: 'depthwise',
    kernelSize: 3,
    stride,
    inputChannels: hidden,
    outputChannels: hidden,
    activation: 'relu6',
    outputSize,
  };
  const project = pointwise(`${name}_project`, hidden, outputChannels, 'linear', outputSize);
  const expand = expansion === 1 ? [] : [pointwise(`${name}_expand`, inputChannels, hidden, 'relu6', inputSize)];
  return {
    name,
    convolutions: [...expand, depthwise, project],
    isResidual: stride === 1 && inputChannels === outputChannels,
  };
}

function pointwise(
  name: string,
  inputChannels: number,
  outputChannels: number,
  activation: ConvolutionSpec['activation'],
  outputSize: number,
): ConvolutionSpec {
  return { name, kind: 'pointwise', kernelSize: 1, stride: 1, inputChannels, outputChannels, activation, outputSize };
}
