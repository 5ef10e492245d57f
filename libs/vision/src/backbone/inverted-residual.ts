import type { KernelSize } from './network.js';
import type { NetworkPlan } from './network-plan.js';

/** Names of an inverted residual's parts, as Keras gives them. */
export interface InvertedResidualNames {
  expand: string;
  depthwise: string;
  project: string;
  add: string;
}

/**
 * Expand, depthwise, project; the input is added when shapes allow ("MobileNetV2: Inverted Residuals and Linear Bottlenecks", 2018).
 * With an expansion of 1 there is nothing to expand. Projections are linear: ReLU6 there would destroy information in few channels.
 */
export function planInvertedResidual(
  plan: NetworkPlan,
  names: InvertedResidualNames,
  shape: { expansion: number; kernelSize: KernelSize; stride: 1 | 2; outputChannels: number },
): void {
  const { expansion, kernelSize, stride, outputChannels } = shape;
  const start = plan.place;
  const wide = start.channels * expansion;
  if (expansion > 1)
    plan.convolution(names.expand, { kind: 'pointwise', kernelSize: 1, outputChannels: wide, activation: 'relu6' });
  plan.convolution(names.depthwise, { kind: 'depthwise', kernelSize, stride, activation: 'relu6' });
  plan.convolution(names.project, { kind: 'pointwise', kernelSize: 1, outputChannels });
  plan.addFrom(names.add, start);
}
