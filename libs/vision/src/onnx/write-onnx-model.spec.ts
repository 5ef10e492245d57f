import { networkOf } from '../backbone/backbones.js';
import { convolutionsOf, kernelOf } from '../backbone/network.js';
import { ModelWeightsError } from '../model-folder/model-folder.errors.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { toOutInHeightWidth } from './kernel-layout.js';
import { ModelProto } from './onnx-schema.js';
import { type OnnxSource, writeOnnxModel } from './write-onnx-model.js';

interface DecodedNode {
  op_type: string;
  name: string;
  input: string[];
  attribute: { name: string; ints: { toNumber(): number }[] }[];
}

describe('writeOnnxModel', () => {
  const model = untrainedModel({ classes: 5 });
  const source: OnnxSource = {
    network: networkOf(model.architecture),
    weights: model.weights,
    labels: model.labels.map(({ label }) => label),
    temperature: model.temperature,
    name: model.name,
  };
  const nodes = (): DecodedNode[] =>
    (ModelProto.decode(writeOnnxModel(source)) as unknown as { graph: { node: DecodedNode[] } }).graph.node;

  it('When the file is read back, then it holds the nodes of MobileNetV2', () => {
    const counts = new Map<string, number>();
    for (const { op_type } of nodes()) counts.set(op_type, (counts.get(op_type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toMatchObject({
      Conv: 52,
      Clip: 35,
      // Ten residuals and the input's offset.
      Add: 11,
      GlobalAveragePool: 1,
      Gemm: 1,
      Softmax: 1,
    });
  });

  it('When a convolution has stride 2, then it pads at the end only, as TensorFlow does', () => {
    const pads = (name: string) =>
      nodes()
        .find((node) => node.name === name)!
        .attribute.find((attribute) => attribute.name === 'pads')!
        .ints.map(Number);
    expect(pads('Conv1')).toEqual([0, 0, 1, 1]);
    expect(pads('block_1_depthwise')).toEqual([0, 0, 1, 1]);
    expect(pads('block_2_depthwise')).toEqual([1, 1, 1, 1]);
    expect(pads('block_2_project')).toEqual([0, 0, 0, 0]);
  });

  it('When every node is visited in order, then its inputs were there before', () => {
    const decoded = ModelProto.decode(writeOnnxModel(source)) as unknown as {
      graph: { initializer: { name: string }[] };
    };
    const known = new Set(['pixels', ...decoded.graph.initializer.map(({ name }) => name)]);
    for (const { name, input } of nodes()) {
      for (const value of input) expect(known).toContain(value);
      known.add(name);
    }
  });

  it('When a weight is missing or has another shape, then it is named', () => {
    const without = new Map(source.weights);
    without.delete('block_5_expand/kernel');
    expect(() => writeOnnxModel({ ...source, weights: without })).toThrow(ModelWeightsError);
    expect(() => writeOnnxModel({ ...source, labels: ['a', 'b'] })).toThrow(
      'The weight predictions/kernel has shape 1280×5; expected 1280×2.',
    );
  });
});

describe('toOutInHeightWidth', () => {
  it('When a kernel is laid out anew, then each value keeps its place in the window', () => {
    // Height 1, width 2, two inputs, three outputs; the value tells where it belongs: x·100 + in·10 + out.
    const values = Float32Array.from([0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112]);
    expect([...toOutInHeightWidth(values, [1, 2, 2, 3])]).toEqual([0, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112]);
  });
});

describe('writeOnnxModel at other widths', () => {
  it.each([0.5, 1.4])('When the width is %d, then kernels have the shapes of that width', (width) => {
    const network = networkOf({ width, inputSize: 96 });
    const zeros = (shape: readonly number[]) => ({
      shape,
      values: new Float32Array(shape.reduce((product, size) => product * size, 1)),
    });
    const weights = new Map([
      ...convolutionsOf(network).flatMap((spec) => [
        [kernelOf(spec).name, zeros(kernelOf(spec).shape)] as const,
        [`${spec.name}/bias`, zeros([spec.outputChannels])] as const,
      ]),
      ['predictions/kernel', zeros([network.embeddingLength, 2])] as const,
      ['predictions/bias', zeros([2])] as const,
    ]);
    const file = writeOnnxModel({ network, weights, labels: ['a', 'b'], temperature: 1, name: 'zeros' });
    const { graph } = ModelProto.decode(file) as unknown as {
      graph: { initializer: { name: string; dims: unknown[] }[] };
    };
    const { dims } = graph.initializer.find(({ name }) => name === 'Conv_1/kernel:float16')!;
    const channels = convolutionsOf(network).at(-1)!.inputChannels;
    expect(dims.map(Number)).toEqual([network.embeddingLength, channels, 1, 1]);
  });
});
