import { type Activation, type ConvolutionSpec, type LayerSpec, NETWORK_INPUT } from './network.js';

type Convolution = Pick<ConvolutionSpec, 'kind' | 'kernelSize'> & {
  stride?: 1 | 2;
  /** As many as come in, when absent. */
  outputChannels?: number;
  activation?: Activation;
};

/** Where a network stands while it is laid out: the last layer, and the shape of its output. */
export interface Place {
  readonly layer: string;
  readonly channels: number;
  readonly size: number;
}

/** Lays a network out layer by layer, and keeps count of channels and sizes. */
export class NetworkPlan {
  readonly layers: LayerSpec[] = [];
  private at: Place;
  /** For the layers to come, see `ConvolutionSpec.group`. */
  group = 0;

  constructor(inputSize: number) {
    this.at = { layer: NETWORK_INPUT, channels: 3, size: inputSize };
  }

  get place(): Place {
    return this.at;
  }

  convolution(
    name: string,
    { kind, kernelSize, stride = 1, outputChannels, activation = 'linear' }: Convolution,
  ): void {
    const { layer: input, channels: inputChannels, size } = this.at;
    const shape = { outputChannels: outputChannels ?? inputChannels, outputSize: size / stride };
    const { group } = this;
    this.layers.push({
      ...{ operation: 'convolution', name, input, kind, kernelSize, stride, inputChannels },
      ...{ ...shape, activation, group },
    });
    this.at = { layer: name, channels: shape.outputChannels, size: shape.outputSize };
  }

  /** Adds what an earlier place yields, when the shapes allow. */
  addFrom(name: string, earlier: Place): void {
    const { layer, channels, size } = this.at;
    if (earlier.channels !== channels || earlier.size !== size) return;
    this.layers.push({ operation: 'add', name, inputs: [earlier.layer, layer] });
    this.at = { ...this.at, layer: name };
  }
}
