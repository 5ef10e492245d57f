import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { buildBackbone } from '../backbone/build-backbone.js';
import { assignWeights } from '../backbone/named-weights.js';
import type { Network } from '../backbone/network.js';
import { smallNetwork } from '../testing/small-network.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { matchWeights } from './match-weights.js';
import { readWeightsFile } from './read-weights-file.js';
import { openWeightsSource } from './weights-source.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  await tf.setBackend('cpu');
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const network: Network = smallNetwork();
const pixels = tf.tidy(() => tf.randomUniform<tf.Rank.R4>([2, 8, 8, 3], -1, 1, 'float32', 1).arraySync());

/** What the network answers with the weights of a `model.json`. */
async function answerWith(path: string): Promise<{ values: Float32Array; format: string }> {
  const { weights, report } = matchWeights(network, await readWeightsFile(openWeightsSource(path)));
  const model = buildBackbone(network);
  assignWeights(model, weights);
  const values = tf.tidy(() => (model.predict(tf.tensor4d(pixels)) as tf.Tensor).dataSync<'float32'>().slice());
  model.dispose();
  return { values, format: report.format };
}

function expectClose(actual: Float32Array, wanted: Float32Array): void {
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 5));
}

describe('TensorFlow.js models', () => {
  it('When a layers model was saved by TensorFlow.js in two shards, then the network answers as that model, and no tensor is left', async () => {
    const model = layersModel();
    const wanted = tf.tidy(() => (model.predict(tf.tensor4d(pixels)) as tf.Tensor).dataSync<'float32'>().slice());
    const path = join(folder.path, 'layers.json');
    await model.save(
      tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
        const data = Buffer.from(tf.io.CompositeArrayBuffer.join(weightData));
        await writeFile(join(folder.path, 'group1-shard1of2.bin'), data.subarray(0, 300));
        await writeFile(join(folder.path, 'group1-shard2of2.bin'), data.subarray(300));
        const weightsManifest = [{ paths: ['group1-shard1of2.bin', 'group1-shard2of2.bin'], weights: weightSpecs }];
        await writeFile(path, JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest }));
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      }),
    );
    model.dispose();
    const before = tf.memory().numTensors;
    const { values, format } = await answerWith(path);
    expect(tf.memory().numTensors).toBe(before);
    expect(format).toBe('tfjs-layers');
    expectClose(values, wanted);
  });

  it('When a graph model has normalisations, biases and fused convolutions, then the network answers as TensorFlow.js runs that graph', async () => {
    const { topology, specs, data } = graphModel();
    const path = join(folder.path, 'graph.json');
    await writeFile(join(folder.path, 'graph.bin'), data);
    const weightsManifest = [{ paths: ['graph.bin'], weights: specs }];
    await writeFile(path, JSON.stringify({ format: 'graph-model', modelTopology: topology, weightsManifest }));
    const graph = await tf.loadGraphModel(
      tf.io.fromMemory({ modelTopology: topology, weightSpecs: specs, weightData: Uint8Array.from(data).buffer }),
    );
    const wanted = tf.tidy(() => (graph.predict(tf.tensor4d(pixels)) as tf.Tensor).dataSync<'float32'>().slice());
    graph.dispose();
    const { values, format } = await answerWith(path);
    expect(format).toBe('tfjs-graph');
    expectClose(values, wanted);
  });
});

/** The small network with batch normalisation, as one trains it. */
function layersModel(): tf.LayersModel {
  const input = tf.input({ shape: [8, 8, 3] });
  const normalised = (x: tf.SymbolicTensor, name: string) =>
    tf.layers
      .batchNormalization({ name, epsilon: 0.004, gammaInitializer: 'randomNormal', betaInitializer: 'randomNormal' })
      .apply(x) as tf.SymbolicTensor;
  const rectified = (x: tf.SymbolicTensor) => tf.layers.reLU({ maxValue: 6 }).apply(x) as tf.SymbolicTensor;
  const convolved = (x: tf.SymbolicTensor, layer: tf.layers.Layer) => layer.apply(x) as tf.SymbolicTensor;
  const common = { padding: 'same', useBias: false } as const;
  let x = convolved(input, tf.layers.conv2d({ ...common, name: 'Conv1', filters: 4, kernelSize: 3, strides: 2 }));
  x = rectified(normalised(x, 'bn_Conv1'));
  x = convolved(x, tf.layers.depthwiseConv2d({ ...common, name: 'expanded_conv_depthwise', kernelSize: 3 }));
  x = rectified(normalised(x, 'expanded_conv_depthwise_BN'));
  x = convolved(x, tf.layers.conv2d({ ...common, name: 'expanded_conv_project', filters: 5, kernelSize: 1 }));
  x = normalised(x, 'expanded_conv_project_BN');
  x = convolved(x, tf.layers.conv2d({ name: 'Conv_1', filters: 6, kernelSize: 1, biasInitializer: 'randomNormal' }));
  const pooled = tf.layers.globalAveragePooling2d({}).apply(x) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: pooled });
}

/** The small network as a graph, each convolution followed by something else; nodes are not listed in order. */
function graphModel() {
  const random = seeded(5);
  const specs: tf.io.WeightsManifestEntry[] = [];
  const values: number[] = [];
  const nodes: object[] = [];
  const constant = (name: string, shape: number[], low = -1) => {
    const size = shape.reduce((product, side) => product * side, 1);
    specs.push({ name, shape, dtype: 'float32' });
    for (let index = 0; index < size; index += 1) values.push(low + random() * (1 - low));
    nodes.push({ name, op: 'Const', attr: { dtype: { type: 'DT_FLOAT' } } });
  };
  const list = (...numbers: number[]) => ({ list: { i: numbers.map(String) } });
  const text = (value: string) => ({ s: Buffer.from(value).toString('base64') });
  const convolution = (stride: number) => ({
    ...{ T: { type: 'DT_FLOAT' }, strides: list(1, stride, stride, 1), dilations: list(1, 1, 1, 1) },
    ...{ padding: text('SAME'), data_format: text('NHWC') },
  });
  const add = (name: string, op: string, input: string[], attr: object = {}) => nodes.push({ name, op, input, attr });
  add('Identity', 'Mean', ['last', 'axes'], { keep_dims: { b: false } });
  add('input', 'Placeholder', [], {
    dtype: { type: 'DT_FLOAT' },
    shape: { shape: { dim: [-1, 8, 8, 3].map((size) => ({ size: String(size) })) } },
  });
  constant('k1', [3, 3, 3, 4]);
  for (const name of ['gamma', 'beta', 'mean']) constant(name, [4]);
  constant('variance', [4], 0.2);
  add('c1', 'Conv2D', ['input', 'k1'], convolution(2));
  add('n1', 'FusedBatchNormV3', ['c1', 'gamma', 'beta', 'mean', 'variance'], {
    ...{ epsilon: { f: 0.01 }, is_training: { b: false }, data_format: text('NHWC') },
  });
  add('r1', 'Relu6', ['n1']);
  constant('k2', [3, 3, 4, 1]);
  add('k2/read', 'Identity', ['k2']);
  constant('b2', [4]);
  add('c2', 'DepthwiseConv2dNative', ['r1', 'k2/read'], convolution(1));
  add('a2', 'BiasAdd', ['c2', 'b2'], { data_format: text('NHWC') });
  add('r2', 'Relu6', ['a2']);
  constant('k3', [1, 1, 4, 5]);
  constant('b3', [5]);
  add('c3', '_FusedConv2D', ['r2', 'k3', 'b3'], {
    ...convolution(1),
    ...{ fused_ops: { list: { s: [Buffer.from('BiasAdd').toString('base64')] } }, num_args: { i: '1' } },
    ...{ epsilon: { f: 0 } },
  });
  constant('k4', [1, 1, 5, 6]);
  constant('b4', [6]);
  add('c4', 'Conv2D', ['c3', 'k4'], convolution(1));
  add('last', 'AddV2', ['c4', 'b4']);
  specs.push({ name: 'axes', shape: [2], dtype: 'int32' });
  nodes.push({ name: 'axes', op: 'Const', attr: { dtype: { type: 'DT_INT32' } } });
  const data = Buffer.concat([Buffer.from(Float32Array.from(values).buffer), Buffer.from(Int32Array.of(1, 2).buffer)]);
  return { topology: { node: nodes, versions: { producer: 1 } }, specs, data };
}

function seeded(state: number): () => number {
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
}
