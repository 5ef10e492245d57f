import type { ConvolutionSpec, MobileNetV2Architecture } from '../mobilenet-v2/architecture.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { inputRange } from '../preprocess/input-range.js';
import { toOutInHeightWidth } from './kernel-layout.js';
import { ONNX_EMBEDDING, ONNX_INPUT, ONNX_OUTPUT } from './onnx-names.js';
import { OnnxGraph, tensorInfo } from './onnx-graph.js';
import { ModelProto, onnxType } from './onnx-schema.js';
import { takeWeight } from './take-weight.js';

export interface OnnxSource {
  architecture: MobileNetV2Architecture;
  weights: NamedWeights;
  /** Of the output, in order. */
  labels: readonly string[];
  temperature: number;
  name: string;
}

/**
 * Writes MobileNetV2 as an ONNX file, node by node, with everything around it inside: raw RGB bytes
 * `[batch, size, size, 3]` in, calibrated probabilities `[batch, classes]` out.
 *
 * @throws {ModelWeightsError} when a weight is missing or has the wrong shape
 */
export function writeOnnxModel({ architecture, weights, labels, temperature, name }: OnnxSource): Uint8Array {
  const graph = new OnnxGraph();
  const embedding = addBackbone(graph, architecture, weights);
  addClassifier(graph, embedding, architecture.embeddingLength, labels.length, weights, temperature);
  const output = tensorInfo(ONNX_OUTPUT, onnxType.float, ['batch', labels.length], 'Calibrated; sum to 1');
  return encode(graph, architecture, { name, output, properties: { labels: JSON.stringify(labels) } });
}

/**
 * Writes the part below the classifier: the same bytes in, `[batch, embeddingLength]` out.
 *
 * @throws {ModelWeightsError} when a weight is missing or has the wrong shape
 */
export function writeOnnxBackbone({ architecture, weights }: Pick<OnnxSource, 'architecture' | 'weights'>): Uint8Array {
  const graph = new OnnxGraph();
  addBackbone(graph, architecture, weights);
  const output = tensorInfo(ONNX_EMBEDDING, onnxType.float, ['batch', architecture.embeddingLength], 'Pooled features');
  return encode(graph, architecture, { name: 'backbone', output, properties: {} });
}

function encode(
  graph: OnnxGraph,
  { inputSize }: MobileNetV2Architecture,
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
function addBackbone(graph: OnnxGraph, architecture: MobileNetV2Architecture, weights: NamedWeights): string {
  const clip = [graph.scalar('relu6:low', 0), graph.scalar('relu6:high', 6)];
  const convolution = (input: string, spec: ConvolutionSpec): string => {
    const output = addConvolution(graph, input, spec, weights);
    return spec.activation === 'relu6' ? graph.node('Clip', `${spec.name}_relu`, [output, ...clip]) : output;
  };
  let features = convolution(addPreprocessing(graph), architecture.stem);
  for (const block of architecture.blocks) {
    const shortcut = features;
    for (const spec of block.convolutions) features = convolution(features, spec);
    if (block.isResidual) features = graph.node('Add', `${block.name}_add`, [shortcut, features]);
  }
  const pooled = graph.node('GlobalAveragePool', 'pooled', [convolution(features, architecture.last)]);
  return graph.node('Flatten', ONNX_EMBEDDING, [pooled], { axis: { int: 1 } });
}

/** Bytes, rows of pixels → values from −1 to 1, planes of channels. The transposition comes first: on bytes it moves a quarter of the data. */
function addPreprocessing(graph: OnnxGraph): string {
  const planes = graph.node('Transpose', 'planes', [ONNX_INPUT], { perm: { ints: [0, 3, 1, 2] } });
  const numbers = graph.node('Cast', 'numbers', [planes], { to: { int: onnxType.float } });
  const scaled = graph.node('Mul', 'scaled', [numbers, graph.scalar('input:scale', inputRange.scale)]);
  return graph.node('Add', 'centred', [scaled, graph.scalar('input:offset', inputRange.offset)]);
}

function addConvolution(graph: OnnxGraph, input: string, spec: ConvolutionSpec, weights: NamedWeights): string {
  const { name, kernelSize, stride, inputChannels, outputChannels } = spec;
  const isDepthwise = spec.kind === 'depthwise';
  const kernelName = `${name}/${isDepthwise ? 'depthwise_kernel' : 'kernel'}`;
  // A depthwise kernel (height, width, channels, 1) read as (height, width, 1, channels) is the same data.
  const shape = [kernelSize, kernelSize, isDepthwise ? 1 : inputChannels, outputChannels] as const;
  const stored = isDepthwise ? [kernelSize, kernelSize, outputChannels, 1] : shape;
  const kernel = toOutInHeightWidth(takeWeight(weights, kernelName, stored), shape);
  const bias = takeWeight(weights, `${name}/bias`, [outputChannels]);
  return graph.node(
    'Conv',
    name,
    [
      input,
      graph.tensor(kernelName, [outputChannels, shape[2], kernelSize, kernelSize], kernel),
      graph.tensor(`${name}/bias`, [outputChannels], bias),
    ],
    {
      kernel_shape: { ints: [kernelSize, kernelSize] },
      strides: { ints: [stride, stride] },
      pads: { ints: paddingOf(spec) },
      group: { int: isDepthwise ? outputChannels : 1 },
    },
  );
}

/** TensorFlow's SAME (top, left, bottom, right): on an even side a stride of 2 needs one pixel, and puts it at the end. */
function paddingOf({ kernelSize, stride }: ConvolutionSpec): readonly number[] {
  if (kernelSize === 1) return [0, 0, 0, 0];
  return stride === 2 ? [0, 0, 1, 1] : [1, 1, 1, 1];
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
