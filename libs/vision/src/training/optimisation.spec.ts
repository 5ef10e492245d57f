import * as tf from '@tensorflow/tfjs';
import { networkOf } from '../backbone/backbones.js';
import { AdamW } from './adamw.js';
import { crossEntropy } from './cross-entropy.js';
import { epochOrder } from './epoch-order.js';
import { layerGroups } from '../backbone/layer-groups.js';
import { plateauFactor, warmUpThenCosine } from './learning-rate.js';
import { TargetRows } from './target-rows.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('Cross-entropy with label smoothing', () => {
  it.each([0, 0.1])('When smoothing is %p, then loss and gradient equal those of TensorFlow.js', (smoothing) => {
    const labels = tf.tensor1d([2, 0], 'int32');
    const targets = tf.tensor2d(new TargetRows({ classes: 3, smoothing }).of([2, 0]), [2, 3]);
    const logits = tf.tensor2d([1, -2, 0.5, 3, 0, 0], [2, 3]);
    const reference = (x: tf.Tensor2D) =>
      tf.losses.softmaxCrossEntropy(tf.oneHot(labels, 3), x, undefined, smoothing) as tf.Scalar;
    const [own, theirs] = [(x: tf.Tensor2D) => crossEntropy(targets, x), reference].map((loss) =>
      tf.valueAndGrad(loss as (x: tf.Tensor) => tf.Tensor)(logits),
    );
    expect(own!.value.dataSync()[0]).toBeCloseTo(theirs!.value.dataSync()[0]!, 5);
    theirs!.grad.dataSync().forEach((value, index) => expect(own!.grad.dataSync()[index]).toBeCloseTo(value, 5));
  });
});

describe('Cross-entropy of families', () => {
  const families = ['fruit', 'fruit', 'milk', 'oats'];
  const rows = new TargetRows({ classes: 4, smoothing: 0.1, families, familyWeight: 0.5 });
  const wanted = [1, 2, 3];
  const logits = () => tf.tensor2d([1, -2, 0.5, 0, 3, 0, 0, 1, -1, 2, 0.3, 0.2], [3, 4]);

  it('When its gradient is taken, then it is the slope of its value', () => {
    const targets = tf.tensor2d(rows.of(wanted), [3, 4]);
    const loss = (x: tf.Tensor) => crossEntropy(targets, x as tf.Tensor2D, rows.familyTerm);
    const gradient = tf.grad(loss)(logits()).dataSync();
    const step = 1e-2;
    gradient.forEach((slope, at) => {
      const moved = (by: number) => {
        const values = logits().dataSync().slice();
        values[at]! += by;
        return loss(tf.tensor2d(values, [3, 4])).dataSync()[0]!;
      };
      expect(slope).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 3);
    });
  });

  it('When a mistake stays within the family, then it costs less than another one', () => {
    const cost = (answer: number) => {
      const values = new Float32Array(4);
      values[answer] = 3;
      const targets = tf.tensor2d(rows.of([0]), [1, 4]);
      return crossEntropy(targets, tf.tensor2d(values, [1, 4]), rows.familyTerm).dataSync()[0]!;
    };
    expect(cost(1)).toBeLessThan(cost(2) - 0.5);
    expect(cost(2)).toBeCloseTo(cost(3), 5);
  });
});

describe('AdamW', () => {
  const step = (optimiser: AdamW, variable: tf.Variable, gradient: number[], rate = 0.1) =>
    tf.tidy(() => optimiser.apply(new Map([['w', variable]]), { w: tf.tensor(gradient, variable.shape) }, () => rate));

  it('When nothing decays, then it moves as Adam of TensorFlow.js does', () => {
    const own: tf.Variable = tf.variable(tf.tensor1d([1, -2]));
    const theirs: tf.Variable = tf.variable(tf.tensor1d([1, -2]), true, 'theirs');
    const [adamW, adam] = [new AdamW(), tf.train.adam(0.1, 0.9, 0.999, 1e-7)];
    for (const gradient of [
      [0.5, -1],
      [0.1, 2],
      [-0.3, 0.2],
    ]) {
      step(adamW, own, gradient);
      adam.applyGradients([{ name: 'theirs', tensor: tf.tensor1d(gradient) }]);
    }
    theirs.dataSync().forEach((value, index) => expect(own.dataSync()[index]).toBeCloseTo(value, 4));
  });

  it('When weights decay, then kernels fade and biases do not', () => {
    const optimiser = new AdamW({ weightDecay: 0.5 });
    const [kernel, bias] = [tf.variable(tf.ones([1, 1])), tf.variable(tf.ones([1]))];
    step(optimiser, kernel, [0]);
    step(new AdamW({ weightDecay: 0.5 }), bias, [0]);
    expect(kernel.dataSync()[0]).toBeCloseTo(0.95, 6);
    expect(bias.dataSync()[0]).toBe(1);
  });

  it('When a gradient is not finite, then nothing changes', () => {
    const variable = tf.variable(tf.tensor1d([3]));
    expect(step(new AdamW(), variable, [Number.NaN])).toBeNaN();
    expect(variable.dataSync()[0]).toBe(3);
  });

  it('When the state is restored, then the next step is the same, and disposing leaves no tensor', () => {
    const before = tf.memory().numTensors;
    const [first, second] = [new AdamW(), new AdamW()];
    const one = () => tf.tidy(() => tf.variable(tf.tensor1d([1])) as tf.Tensor) as tf.Variable;
    const [a, b] = [one(), one()];
    step(first, a, [1]);
    tf.tidy(() => b.assign(a.clone()));
    second.restore(first.state(), new Map([['w', b]]));
    step(first, a, [0.5]);
    step(second, b, [0.5]);
    expect(b.dataSync()[0]).toBe(a.dataSync()[0]);
    [first, second].forEach((optimiser) => optimiser.dispose());
    tf.dispose([a, b]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('Learning rate', () => {
  it('When steps pass, then it rises to 1 and falls to the floor', () => {
    expect([0, 4, 9].map((step) => warmUpThenCosine(step, 110, 10))).toEqual([0.1, 0.5, 1]);
    expect(warmUpThenCosine(60, 110, 10, 0)).toBeCloseTo(0.5, 10);
    expect(warmUpThenCosine(110, 110, 10, 0.02)).toBeCloseTo(0.02, 10);
  });
});

describe('Learning rate on a plateau', () => {
  it('When a figure does not rise for two epochs, then the rate falls, and again after two more', () => {
    expect(plateauFactor([])).toBe(1);
    expect(plateauFactor([0.1, 0.2, 0.2])).toBe(1);
    expect(plateauFactor([0.1, 0.2, 0.2, 0.1])).toBeCloseTo(0.3, 6);
    expect(plateauFactor([0.1, 0.2, 0.2, 0.1, 0.15, 0.1, 0.3])).toBeCloseTo(0.09, 6);
  });
});

describe('Layer groups', () => {
  it('When groups are told, then they go from the classifier at the top to the stem at the bottom', () => {
    const groups = layerGroups(networkOf());
    expect(groups.size).toBe(53);
    const named = ['predictions', 'Conv_1', 'block_14_expand', 'block_13_project', 'block_7_expand', 'block_4_expand'];
    expect(named.map((name) => groups.get(name))).toEqual([0, 1, 1, 2, 3, 4]);
    expect(['block_3_expand', 'expanded_conv_depthwise', 'Conv1'].map((name) => groups.get(name))).toEqual([5, 5, 5]);
  });
});

describe('Order of an epoch', () => {
  const items = [...Array<number>(40).fill(0), 1].map((label) => ({ label, group: 'g' }));

  it('When a class is rare, then it is repeated up to a quarter of the largest', () => {
    const order = epochOrder(items, [...items.keys()], 1);
    expect(order).toHaveLength(50);
    expect(order.filter((index) => items[index]!.label === 1)).toHaveLength(10);
  });

  it('When the seed is the same, then so is the order; another seed gives another', () => {
    const indexes = [...items.keys()];
    expect(epochOrder(items, indexes, 1, 2)).toEqual(epochOrder(items, indexes, 1, 2));
    expect(epochOrder(items, indexes, 1, 2)).not.toEqual(epochOrder(items, indexes, 1, 3));
  });
});
