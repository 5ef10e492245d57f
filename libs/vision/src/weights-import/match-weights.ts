import { backboneOfName } from '../backbone/backbones.js';
import { type ConvolutionSpec, convolutionsOf, kernelOf, type Network } from '../backbone/network.js';
import type { NamedWeights, WeightTensor } from '../model-folder/weight-tensor.js';
import { foldNormalisation } from './fold-normalisation.js';
import type { NamedLayers, OrderedConvolutions, WeightsFile, WeightsFormat } from './weights-file.js';
import { WeightsImportError } from './weights-import.errors.js';

/** What was found for a network in a file. */
export interface MatchReport {
  format: WeightsFormat;
  /** Whether layers were recognised by their names or by their place in the graph. */
  by: 'name' | 'order';
  /** Convolutions that got their weights. */
  matched: number;
  /** Batch normalisations that were folded into them here; other files have them folded already. */
  folded: number;
  /** What the file holds besides, such as its classifier. */
  surplus: string[];
}

export interface MatchedWeights {
  /** Of all convolutions of the backbone, by the names of this library. */
  weights: NamedWeights;
  report: MatchReport;
}

/**
 * Finds the weights of every convolution in a file: by name where the file has names, else by the order of computation, and always by shape.
 *
 * @throws {WeightsImportError} `WEIGHTS_MISMATCH`, naming the first layer that does not fit and how many there are
 */
export function matchWeights(network: Network, file: WeightsFile): MatchedWeights {
  const matched = file.order === undefined ? matchByName(network, file) : matchByOrder(network, file);
  for (const [name, { values }] of matched.weights)
    if (!values.every(Number.isFinite)) throw mismatch(network, `${name} holds values that are no finite numbers`);
  return matched;
}

function matchByName(network: Network, { format, tensors, epsilons }: NamedLayers): MatchedWeights {
  const { normalisationOf } = backboneOfName(network.backbone);
  const used = new Set<string>();
  const take = (name: string): WeightTensor | undefined => {
    if (tensors.has(name)) used.add(name);
    return tensors.get(name);
  };
  const specs = convolutionsOf(network);
  const weights = new Map<string, WeightTensor>();
  const problems: string[] = [];
  let folded = 0;
  for (const spec of specs) {
    const expected = kernelOf(spec);
    const kernel = take(expected.name) ?? take(`${spec.name}/kernel`);
    if (kernel?.shape.join() !== expected.shape.join()) {
      problems.push(problemOf(expected, kernel));
      continue;
    }
    const layer = normalisationOf(spec.name);
    const [bias, gamma, beta, mean, variance] = [
      take(`${spec.name}/bias`),
      ...['gamma', 'beta', 'moving_mean', 'moving_variance'].map((name) => take(`${layer}/${name}`)),
    ].map((tensor) => tensor?.values);
    const wrong = [bias, gamma, beta, mean, variance].find((values) => values && values.length !== spec.outputChannels);
    if (wrong !== undefined)
      problems.push(`${spec.name} or ${layer} has ${wrong.length} values for ${spec.outputChannels} channels`);
    else if (mean !== undefined && variance !== undefined) {
      const epsilon = epsilons.get(layer) ?? DEFAULT_EPSILON;
      setConvolution(weights, spec, foldNormalisation(kernel.values, bias, { gamma, beta, mean, variance, epsilon }));
      folded += 1;
    } else if (bias !== undefined) setConvolution(weights, spec, { kernel: kernel.values, bias });
    else problems.push(`${spec.name} has neither a bias nor the batch normalisation ${layer}`);
  }
  if (problems.length > 0) throw mismatch(network, problems[0]!, { wrong: problems.length, of: specs.length });
  const surplus = [...tensors.keys()].filter((name) => !used.has(name));
  return { weights, report: { format, by: 'name', matched: specs.length, folded, surplus } };
}

/** What Keras gives MobileNetV2 and EfficientNet; for files of weights alone, which do not say. */
const DEFAULT_EPSILON = 1e-3;

function matchByOrder(network: Network, { format, order }: OrderedConvolutions): MatchedWeights {
  const specs = convolutionsOf(network);
  const weights = new Map<string, WeightTensor>();
  for (const [place, spec] of specs.entries()) {
    const found = order[place];
    const at = `convolution ${place + 1} of the file${found ? ` (${found.name})` : ''}`;
    const expected = kernelOf(spec);
    if (found === undefined)
      throw mismatch(
        network,
        `${expected.name} is missing: the file holds ${order.length} convolutions, not ${specs.length}`,
      );
    const isDepthwise = spec.kind === 'depthwise';
    if (found.isDepthwise !== isDepthwise)
      throw mismatch(network, `${at} is ${isDepthwise ? 'not depthwise' : 'depthwise'}, unlike ${spec.name}`);
    if (found.kernel.shape.join() !== expected.shape.join())
      throw mismatch(network, `${problemOf(expected, found.kernel)}, in ${at}`);
    if (found.bias.length !== spec.outputChannels)
      throw mismatch(network, `${at} has ${found.bias.length} biases for ${spec.outputChannels} channels`);
    setConvolution(weights, spec, { kernel: found.kernel.values, bias: found.bias });
  }
  const surplus = order.slice(specs.length).map(({ name }) => name);
  return { weights, report: { format, by: 'order', matched: specs.length, folded: 0, surplus } };
}

function setConvolution(
  weights: Map<string, WeightTensor>,
  spec: ConvolutionSpec,
  { kernel, bias }: { kernel: Float32Array; bias: Float32Array },
): void {
  const { name, shape } = kernelOf(spec);
  weights.set(name, { shape, values: kernel });
  weights.set(`${spec.name}/bias`, { shape: [spec.outputChannels], values: bias });
}

function problemOf(expected: { name: string; shape: readonly number[] }, found: WeightTensor | undefined): string {
  const wanted = expected.shape.join('×');
  return found === undefined
    ? `${expected.name} (${wanted}) is missing`
    : `${expected.name} should be ${wanted} and is ${found.shape.join('×')}`;
}

function mismatch(network: Network, problem: string, count?: { wrong: number; of: number }): WeightsImportError {
  const rest = count && count.wrong > 1 ? ` (the first of ${count.wrong} among ${count.of} convolutions)` : '';
  const { title } = backboneOfName(network.backbone);
  return new WeightsImportError(
    'WEIGHTS_MISMATCH',
    `These are not the weights of ${title} ${network.width}: ${problem}${rest}.`,
  );
}
