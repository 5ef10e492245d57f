import { join } from 'node:path';
import { NetworkPlan } from '../backbone/network-plan.js';
import type { Network } from '../backbone/network.js';

/** Files that Keras and TensorFlow Lite wrote, see `fixtures/weights/make-fixtures.py`. */
export const weightsFixture = (file: string): string =>
  join(import.meta.dirname, '..', '..', 'fixtures', 'weights', file);

/** The network in those files: a stem, one block without expansion, and a last convolution. For tests. */
export function smallNetwork(): Network {
  const plan = new NetworkPlan(8);
  plan.convolution('Conv1', { kind: 'standard', kernelSize: 3, stride: 2, outputChannels: 4, activation: 'relu6' });
  plan.convolution('expanded_conv_depthwise', { kind: 'depthwise', kernelSize: 3, activation: 'relu6' });
  plan.convolution('expanded_conv_project', { kind: 'pointwise', kernelSize: 1, outputChannels: 5 });
  plan.convolution('Conv_1', { kind: 'pointwise', kernelSize: 1, outputChannels: 6 });
  return {
    ...{ backbone: 'mobilenet-v2', width: 1, inputSize: 8, inputRange: { scale: 1, offset: 0 } },
    ...{ layers: plan.layers, embeddingLength: 6 },
  };
}
