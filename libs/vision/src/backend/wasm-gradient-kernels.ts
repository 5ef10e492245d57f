import * as tf from '@tensorflow/tfjs';

let isRegistered = false;

/**
 * The WebAssembly backend can run MobileNetV2 but lacks three kernels of its gradient. Here they are, composed of kernels that it
 * has: slower than native ones, but training then needs nothing but npm.
 */
export function registerWasmGradientKernels(backendName = 'wasm'): void {
  if (isRegistered) return;
  isRegistered = true;
  for (const [kernelName, compute] of Object.entries(gradientKernels))
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs }) =>
        tf.tidy(() => compute(inputs as Tensors, attrs as unknown as ConvolutionAttributes)),
    });
}

type Tensors = Record<string, tf.Tensor4D>;
type Sides = [number, number];

interface ConvolutionAttributes {
  strides: Sides | number;
  pad: 'same' | 'valid' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  filterShape?: [number, number, number, number];
  inputShape?: [number, number, number, number];
}

/** Exported for the test, which compares them with the plain JavaScript backend. */
export const gradientKernels: Record<string, (inputs: Tensors, attributes: ConvolutionAttributes) => tf.Tensor> = {
  Conv2DBackpropFilter({ x, dy }, attributes) {
    const [height, width, inputs, outputs] = attributes.filterShape!;
    const columns = dy!.reshape<tf.Tensor2D>([-1, outputs]);
    const parts = shiftedInputs(x!, dy!, [height, width], attributes).map((shifted) =>
      tf.matMul(shifted.reshape<tf.Tensor2D>([-1, inputs]), columns, true, false),
    );
    return tf.stack(parts).reshape(attributes.filterShape!);
  },

  DepthwiseConv2dNativeBackpropFilter({ x, dy }, attributes) {
    const [height, width] = attributes.filterShape!;
    const parts = shiftedInputs(x!, dy!, [height, width], attributes).map((shifted) => shifted.mul(dy!).sum([0, 1, 2]));
    return tf.stack(parts).reshape(attributes.filterShape!);
  },

  /** A depthwise convolution of the stretched output gradient with the kernel turned by 180°. */
  DepthwiseConv2dNativeBackpropInput({ dy, filter }, attributes) {
    const [, height, width] = attributes.inputShape!;
    const [kernelHeight, kernelWidth] = filter!.shape;
    const [stride] = squareStrides(attributes);
    const [top, left] = padding([height, width], [kernelHeight, kernelWidth], dy!, attributes);
    const stretched = insertZeros(dy!, stride);
    const padded = tf.pad4d(stretched, [
      [0, 0],
      around(kernelHeight - 1 - top, height + top - stretched.shape[1]),
      around(kernelWidth - 1 - left, width + left - stretched.shape[2]),
      [0, 0],
    ]);
    return tf.depthwiseConv2d(padded, tf.reverse(filter!, [0, 1]), 1, 'valid');
  },
};

/** For each place of the kernel, row by row: the input values that it meets, in the shape of the output. */
function shiftedInputs(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  kernel: Sides,
  attributes: ConvolutionAttributes,
): tf.Tensor4D[] {
  const [batch, height, width, channels] = x.shape;
  const [, outHeight, outWidth] = dy.shape;
  const [stride] = squareStrides(attributes);
  const [top, left] = padding([height, width], kernel, dy, attributes);
  const reach = (out: number, side: number) => (out - 1) * stride + side;
  const bottom = Math.max(0, reach(outHeight, kernel[0]) - height - top);
  const right = Math.max(0, reach(outWidth, kernel[1]) - width - left);
  const padded =
    top + left + bottom + right === 0
      ? x
      : tf.pad4d(x, [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ]);
  const shifts: tf.Tensor4D[] = [];
  for (let row = 0; row < kernel[0]; row += 1)
    for (let column = 0; column < kernel[1]; column += 1) {
      const end = [batch, row + reach(outHeight, 1), column + reach(outWidth, 1), channels];
      shifts.push(tf.stridedSlice(padded, [0, row, column, 0], end, [1, stride, stride, 1]) as tf.Tensor4D);
    }
  return shifts;
}

/** Padding before the first row and column; TensorFlow puts the odd pixel at the end. */
function padding(input: Sides, kernel: Sides, dy: tf.Tensor4D, attributes: ConvolutionAttributes): Sides {
  const { pad } = attributes;
  if (pad === 'valid') return [0, 0];
  if (typeof pad === 'number') return [pad, pad];
  const [stride] = squareStrides(attributes);
  const before = (axis: 0 | 1) =>
    Math.floor(Math.max(0, (dy.shape[axis + 1]! - 1) * stride + kernel[axis] - input[axis]) / 2);
  return [before(0), before(1)];
}

function squareStrides({ strides }: ConvolutionAttributes): Sides {
  const [vertical, horizontal] = Array.isArray(strides) ? strides : [strides, strides];
  if (vertical !== horizontal) throw new RangeError('Strides that differ by axis have no gradient here.');
  return [vertical, horizontal];
}

/** `stride - 1` rows and columns of zeros between neighbours: 1 2 → 1 0 2. */
function insertZeros(values: tf.Tensor4D, stride: number): tf.Tensor4D {
  if (stride === 1) return values;
  const [batch, height, width, channels] = values.shape;
  const spread: tf.Tensor = tf.pad(values.reshape([batch, height, 1, width, 1, channels]), [
    [0, 0],
    [0, 0],
    [0, stride - 1],
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ]);
  const [rows, columns] = [(height - 1) * stride + 1, (width - 1) * stride + 1];
  return spread
    .reshape<tf.Tensor4D>([batch, height * stride, width * stride, channels])
    .slice([0, 0, 0, 0], [batch, rows, columns, channels]);
}

const around = (before: number, after: number): [number, number] => [before, Math.max(0, after)];
