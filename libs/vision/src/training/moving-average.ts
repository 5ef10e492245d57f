import * as tf from '@tensorflow/tfjs';

/** Exponential moving average of variables: steadier than the weights of the last step. */
export class MovingAverage {
  private readonly shadows: Map<string, tf.Variable>;
  private steps = 0;

  constructor(
    private readonly variables: ReadonlyMap<string, tf.Variable>,
    private readonly decay: number,
  ) {
    this.shadows = new Map(
      [...variables].map(([name, variable]) => [name, tf.tidy(() => tf.variable(variable.clone(), false))]),
    );
  }

  /** Takes the current values in; the first steps count more, so that the start is soon forgotten. */
  update(): void {
    this.steps += 1;
    const decay = Math.min(this.decay, this.steps / (this.steps + 10));
    for (const [name, shadow] of this.shadows)
      tf.tidy(() => shadow.assign(shadow.mul(decay).add(this.variables.get(name)!.mul(1 - decay))));
  }

  /** Exchanges the averages with the variables; a second call undoes it. */
  swap(): void {
    for (const [name, shadow] of this.shadows) {
      const variable = this.variables.get(name)!;
      tf.tidy(() => {
        const current = variable.clone();
        variable.assign(shadow.clone());
        shadow.assign(current);
      });
    }
  }

  state(): { steps: number; averages: Record<string, Float32Array> } {
    const entries = [...this.shadows].map(([name, shadow]) => [name, shadow.dataSync()]);
    return { steps: this.steps, averages: Object.fromEntries(entries) as Record<string, Float32Array> };
  }

  restore(state: ReturnType<MovingAverage['state']>): void {
    this.steps = state.steps;
    for (const [name, shadow] of this.shadows)
      tf.tidy(() => shadow.assign(tf.tensor(state.averages[name]!, shadow.shape)));
  }

  dispose(): void {
    tf.dispose([...this.shadows.values()]);
  }
}
