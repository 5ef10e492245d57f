import * as tf from '@tensorflow/tfjs';
import { gradientKernels } from './wasm-gradient-kernels.js';
import { openTrainingBackend } from './training-backend.js';

type Case = { size: number; kernel: 1 | 3; stride: 1 | 2; pad: 'same' | 'valid' };

const cases: Case[] = [
  { size: 8, kernel: 1, stride: 1, pad: 'same' },
  { size: 8, kernel: 3, stride: 1, pad: 'same' },
  { size: 8, kernel: 3, stride: 2, pad: 'same' },
  { size: 7, kernel: 3, stride: 2, pad: 'same' },
  { size: 9, kernel: 3, stride: 2, pad: 'valid' },
];

/** Gradients of a sum of squares with respect to input and kernel, computed by one backend. */
async function gradientsOn(backend: string, kind: 'standard' | 'depthwise', { size, kernel, stride, pad }: Case) {
  await tf.setBackend(backend);
  return tf.tidy(() => {
    const x = tf.randomUniform<tf.Rank.R4>([2, size, size, 5], -1, 1, 'float32', 'x-seed');
    const filterShape: [number, number, number, number] = [kernel, kernel, 5, kind === 'standard' ? 4 : 1];
    const filter = tf.randomUniform<tf.Rank.R4>(filterShape, -1, 1, 'float32', 'w-seed');
    const convolve = (input: tf.Tensor, weights: tf.Tensor) =>
      kind === 'standard'
        ? tf.conv2d(input as tf.Tensor4D, weights as tf.Tensor4D, stride, pad)
        : tf.depthwiseConv2d(input as tf.Tensor4D, weights as tf.Tensor4D, stride, pad);
    const gradients = tf.grads((input, weights) => convolve(input!, weights!).square().sum())([x, filter]);
    return gradients.map((gradient) => gradient.dataSync().slice());
  });
}

beforeAll(async () => {
  await openTrainingBackend('wasm');
});

describe.each(['standard', 'depthwise'] as const)('Gradients of a %s convolution on WebAssembly', (kind) => {
  it.each(cases)(
    'When side is $size, kernel $kernel, stride $stride, padding $pad, then they equal those of the plain backend',
    async (shape) => {
      const expected = await gradientsOn('cpu', kind, shape);
      const actual = await gradientsOn('wasm', kind, shape);
      for (const [index, values] of expected.entries())
        values.forEach((value, at) => expect(actual[index]![at]).toBeCloseTo(value, 3));
    },
  );
});

it('When the kernels of the gradient are listed, then they are the three that the backend lacks', () => {
  expect(Object.keys(gradientKernels)).toEqual([
    'Conv2DBackpropFilter',
    'DepthwiseConv2dNativeBackpropFilter',
    'DepthwiseConv2dNativeBackpropInput',
  ]);
});
