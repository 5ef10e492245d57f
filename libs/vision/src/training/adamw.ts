import * as tf from '@tensorflow/tfjs';

export interface AdamWOptions {
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  /** Share of each kernel that fades per step, times the learning rate; biases do not fade. */
  weightDecay?: number;
  /** The gradients of a step are shortened together to this Euclidean length. */
  clipNorm?: number;
}

interface Moments {
  first: tf.Variable;
  second: tf.Variable;
  steps: number;
}

/** What a checkpoint keeps of the optimiser. */
export type AdamWState = Record<string, { first: Float32Array; second: Float32Array; steps: number }>;

/** Adam with decoupled weight decay and a learning rate for every variable, which the optimisers of TensorFlow.js do not offer. */
export class AdamW {
  private readonly moments = new Map<string, Moments>();
  private readonly options: Required<AdamWOptions>;

  constructor(options: AdamWOptions = {}) {
    this.options = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0, clipNorm: Infinity, ...options };
  }

  /**
   * One step. Variables whose rate is 0 stay as they are.
   *
   * @param gradients by variable name; not disposed
   * @returns Euclidean length of all gradients together, before clipping
   */
  apply(
    variables: ReadonlyMap<string, tf.Variable>,
    gradients: Readonly<Record<string, tf.Tensor>>,
    learningRateOf: (name: string) => number,
  ): number {
    const norm = globalNorm(Object.values(gradients));
    if (!Number.isFinite(norm)) return norm;
    const shrink = Math.min(1, this.options.clipNorm / Math.max(norm, 1e-12));
    for (const [name, gradient] of Object.entries(gradients)) {
      const learningRate = learningRateOf(name);
      if (learningRate > 0) tf.tidy(() => this.update(name, variables.get(name)!, gradient.mul(shrink), learningRate));
    }
    return norm;
  }

  state(): AdamWState {
    const entries = [...this.moments].map(([name, { first, second, steps }]) => [
      name,
      { first: first.dataSync() as Float32Array, second: second.dataSync() as Float32Array, steps },
    ]);
    return Object.fromEntries(entries) as AdamWState;
  }

  restore(state: AdamWState, variables: ReadonlyMap<string, tf.Variable>): void {
    this.dispose();
    for (const [name, { first, second, steps }] of Object.entries(state)) {
      const shape = variables.get(name)!.shape;
      const variable = (values: Float32Array) => tf.tidy(() => tf.variable(tf.tensor(values, shape), false));
      this.moments.set(name, { first: variable(first), second: variable(second), steps });
    }
  }

  dispose(): void {
    for (const { first, second } of this.moments.values()) tf.dispose([first, second]);
    this.moments.clear();
  }

  private update(name: string, variable: tf.Variable, gradient: tf.Tensor, learningRate: number): void {
    const { beta1, beta2, epsilon, weightDecay } = this.options;
    const moments = this.momentsOf(name, variable);
    moments.steps += 1;
    const first = moments.first.mul(beta1).add(gradient.mul(1 - beta1));
    const second = moments.second.mul(beta2).add(gradient.square().mul(1 - beta2));
    moments.first.assign(first);
    moments.second.assign(second);
    const scale = (learningRate * Math.sqrt(1 - beta2 ** moments.steps)) / (1 - beta1 ** moments.steps);
    const fade = variable.rank > 1 ? 1 - learningRate * weightDecay : 1;
    variable.assign(variable.mul(fade).sub(first.mul(scale).div(second.sqrt().add(epsilon))));
  }

  private momentsOf(name: string, { shape }: tf.Variable): Moments {
    let moments = this.moments.get(name);
    if (!moments) {
      const zeros = () => tf.variable(tf.zeros(shape), false);
      moments = { first: zeros(), second: zeros(), steps: 0 };
      this.moments.set(name, moments);
    }
    return moments;
  }
}

function globalNorm(gradients: tf.Tensor[]): number {
  return tf.tidy(() => Math.sqrt(tf.addN(gradients.map((gradient) => gradient.square().sum())).dataSync()[0]!));
}
