import {
  type ConvolutionSpec,
  type InputRange,
  kernelOf,
  type Network,
  NETWORK_INPUT,
  samePadding,
} from '../backbone/network.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { toOutInHeightWidth } from './kernel-layout.js';
import { ONNX_EMBEDDING, ONNX_INPUT, ONNX_OUTPUT } from './onnx-names.js';
import { OnnxGraph, tensorInfo } from './onnx-graph.js';
import { ModelProto, onnxType } from './onnx-schema.js';
import { takeWeight } from './take-weight.js';

export interface OnnxSource {
  network: Network;
  weights: NamedWeights;
  /** Of the output, in order. */
  labels: readonly string[];
  temperature: number;
  name: string;
}

/**
 * Writes a network as an ONNX file, node by node, with everything around it inside: raw RGB bytes
 * `[batch, size, size, 3]` in, calibrated probabilities `[batch, classes]` out.
 *
 * @throws {ModelWeightsError} when a weight is missing or has the wrong shape
 */
export function writeOnnxModel({ network, weights, labels, temperature, name }: OnnxSource): Uint8Array {
  const graph = new OnnxGraph();
  const embedding = addBackbone(graph, network, weights);
  addClassifier(graph, embedding, network.embeddingLength, labels.length, weights, temperature);
  const output = tensorInfo(ONNX_OUTPUT, onnxType.float, ['batch', labels.length], 'Calibrated; sum to 1');
  return encode(graph, network, { name, output, properties: { labels: JSON.stringify(labels) } });
}

/**
 * Writes the part below the classifier: the same bytes in, `[batch, embeddingLength]` out.
 *
 * @throws {ModelWeightsError} when a weight is missing or has the wrong shape
 */
export function writeOnnxBackbone({ network, weights }: Pick<OnnxSource, 'network' | 'weights'>): Uint8Array {
  const graph = new OnnxGraph();
  addBackbone(graph, network, weights);
  const output = tensorInfo(ONNX_EMBEDDING, onnxType.float, ['batch', network.embeddingLength], 'Pooled features');
  return encode(graph, network, { name: 'backbone', output, properties: {} });
}

function encode(
  graph: OnnxGraph,
  { inputSize }: Network,
  model: { name: string; output: ReturnType<typeof tensorInfo>; properties: Readonly<Record<string, string>> },
): Uint8Array {
  return ModelProto.encode({
    ir_version: 8,
    opset_import: [{ domain: '', version: 17 }],
    producer_name: 'shelfwatch',
    graph: {
      name: model.name,
      node: graph.nodes,
      initializer: graph.initializers,
      input: [tensorInfo(ONNX_INPUT, onnxType.uint8, ['batch', inputSize, inputSize, 3], 'Rows of R, G, B bytes')],
      output: [model.output],
    },
    metadata_props: Object.entries(model.properties).map(([key, value]) => ({ key, value })),
  }).finish();
}

/** @returns name of the embedding */
function addBackbone(graph: OnnxGraph, network: Network, weights: NamedWeights): string {
  const clip = [graph.scalar('relu6:low', 0), graph.scalar('relu6:high', 6)];
  let last = addPreprocessing(graph, network.inputRange);
  const outputs = new Map([[NETWORK_INPUT, last]]);
  for (const layer of network.layers) {
    if (layer.operation === 'add') {
      const inputs = layer.inputs.map((name) => outputs.get(name)!);
      last = graph.node('Add', layer.name, inputs);
    } else {
      last = addConvolution(graph, outputs.get(layer.input)!, layer, weights);
      if (layer.activation === 'relu6') last = graph.node('Clip', `${layer.name}_relu`, [last, ...clip]);
    }
    outputs.set(layer.name, last);
  }
  const pooled = graph.node('GlobalAveragePool', 'pooled', [last]);
  return graph.node('Flatten', ONNX_EMBEDDING, [pooled], { axis: { int: 1 } });
}

/** Bytes, rows of pixels → the network's values, planes of channels. The transposition comes first: on bytes it moves a quarter of the data. */
function addPreprocessing(graph: OnnxGraph, { scale, offset }: InputRange): string {
  const planes = graph.node('Transpose', 'planes', [ONNX_INPUT], { perm: { ints: [0, 3, 1, 2] } });
  const numbers = graph.node('Cast', 'numbers', [planes], { to: { int: onnxType.float } });
  const scaled = graph.node('Mul', 'scaled', [numbers, graph.scalar('input:scale', scale)]);
  return graph.node('Add', 'centred', [scaled, graph.scalar('input:offset', offset)]);
}

function addConvolution(graph: OnnxGraph, input: string, spec: ConvolutionSpec, weights: NamedWeights): string {
  const { name, kernelSize, stride, inputChannels, outputChannels } = spec;
  const isDepthwise = spec.kind === 'depthwise';
  const stored = kernelOf(spec);
  // A depthwise kernel (height, width, channels, 1) read as (height, width, 1, channels) is the same data.
  const shape = [kernelSize, kernelSize, isDepthwise ? 1 : inputChannels, outputChannels] as const;
  const kernel = toOutInHeightWidth(takeWeight(weights, stored.name, stored.shape), shape);
  const bias = takeWeight(weights, `${name}/bias`, [outputChannels]);
  const [before, after] = samePadding(spec);
  return graph.node(
    'Conv',
    name,
    [
      input,
      graph.tensor(stored.name, [outputChannels, shape[2], kernelSize, kernelSize], kernel),
      graph.tensor(`${name}/bias`, [outputChannels], bias),
    ],
    {
      kernel_shape: { ints: [kernelSize, kernelSize] },
      strides: { ints: [stride, stride] },
      // Top, left, bottom, right.
      pads: { ints: [before, before, after, after] },
      group: { int: isDepthwise ? outputChannels : 1 },
    },
  );
}

function addClassifier(
  graph: OnnxGraph,
  embedding: string,
  embeddingLength: number,
  classes: number,
  weights: NamedWeights,
  temperature: number,
): void {
  const kernel = takeWeight(weights, 'predictions/kernel', [embeddingLength, classes]);
  const logits = graph.node('Gemm', 'logits', [
    embedding,
    graph.tensor('predictions/kernel', [embeddingLength, classes], kernel),
    graph.tensor('predictions/bias', [classes], takeWeight(weights, 'predictions/bias', [classes])),
  ]);
  const tempered = graph.node('Div', 'tempered', [logits, graph.scalar('temperature', temperature)]);
  graph.node('Softmax', ONNX_OUTPUT, [tempered], { axis: { int: -1 } });
}
