import type { NamedWeights, WeightTensor } from '../model-folder/weight-tensor.js';
import { foldNormalisation } from './fold-normalisation.js';
import type { GraphConvolution } from './weights-file.js';

/** A node of a TensorFlow graph as `model.json` writes it; the parts that are read here. */
export interface GraphNode {
  name: string;
  op: string;
  input?: string[];
  attr?: Record<string, { f?: number; list?: { s?: string[] } }>;
}

const convolutions: Readonly<Record<string, { isDepthwise: boolean }>> = {
  Conv2D: { isDepthwise: false },
  _FusedConv2D: { isDepthwise: false },
  DepthwiseConv2dNative: { isDepthwise: true },
  FusedDepthwiseConv2dNative: { isDepthwise: true },
};

/**
 * The convolutions of a graph in the order of computation, with the bias or batch normalisation that follows each.
 *
 * @param tensors the graph's constants by node name
 */
export function convolutionsOfGraph(nodes: readonly GraphNode[], tensors: NamedWeights): GraphConvolution[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const readers = new Map<string, GraphNode[]>();
  for (const node of nodes)
    for (const input of inputsOf(node)) readers.set(input, [...(readers.get(input) ?? []), node]);
  const constant = (name: string | undefined): WeightTensor | undefined => {
    const node = name === undefined ? undefined : byName.get(name);
    return node?.op === 'Identity' ? constant(inputsOf(node)[0]) : tensors.get(name ?? '');
  };
  return inOrder(nodes, byName).flatMap((node) => {
    const kind = convolutions[node.op];
    const [, filter, added] = inputsOf(node);
    const kernel = constant(filter);
    // Convolutions of computed kernels are none that could be imported.
    if (kind === undefined || kernel === undefined) return [];
    const { isDepthwise } = kind;
    const channels = isDepthwise ? kernel.shape[2]! * kernel.shape[3]! : kernel.shape[3]!;
    const own = node.op.includes('Fused') ? constant(added)?.values : undefined;
    const folded = follow(node, kernel, own ?? new Float32Array(channels), readers, constant);
    return [{ name: node.name, isDepthwise, kernel: { ...kernel, values: folded.kernel }, bias: folded.bias }];
  });
}

/** Folds what directly follows a convolution: a constant that is added, or a batch normalisation. */
function follow(
  { name }: GraphNode,
  { values: kernel }: WeightTensor,
  bias: Float32Array,
  readers: ReadonlyMap<string, readonly GraphNode[]>,
  constant: (name: string | undefined) => WeightTensor | undefined,
): { kernel: Float32Array; bias: Float32Array } {
  const next = readers.get(name) ?? [];
  const after = next.length === 1 ? next[0]! : undefined;
  if (after !== undefined && /^(BiasAdd|Add|AddV2)$/.test(after.op)) {
    const added = inputsOf(after)
      .map(constant)
      .find((tensor) => tensor?.values.length === bias.length);
    if (added === undefined) return { kernel, bias };
    return follow(
      after,
      { shape: [], values: kernel },
      bias.map((value, at) => value + added.values[at]!),
      readers,
      constant,
    );
  }
  if (after !== undefined && /^FusedBatchNorm(V[23])?$/.test(after.op)) {
    const [, gamma, beta, mean, variance] = inputsOf(after).map((input) => constant(input)?.values);
    const epsilon = after.attr?.['epsilon']?.f ?? 1e-3;
    if (mean && variance) return foldNormalisation(kernel, bias, { gamma, beta, mean, variance, epsilon });
  }
  return { kernel, bias };
}

/** Names of the nodes that one reads: without output numbers, and without those that it merely waits for. */
const inputsOf = ({ input = [] }: GraphNode): string[] =>
  input.filter((name) => !name.startsWith('^')).map((name) => name.replace(/:\d+$/, ''));

/** Nodes so that each comes after those that it reads. */
function inOrder(nodes: readonly GraphNode[], byName: ReadonlyMap<string, GraphNode>): GraphNode[] {
  const ordered = new Set<GraphNode>();
  const entered = new Set<GraphNode>();
  const stack = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    const waiting = inputsOf(node)
      .flatMap((name) => byName.get(name) ?? [])
      .filter((input) => !ordered.has(input) && !entered.has(input));
    if (ordered.has(node) || waiting.length === 0) ordered.add(stack.pop()!);
    else {
      entered.add(node);
      stack.push(...waiting.reverse());
    }
  }
  return [...ordered];
}
