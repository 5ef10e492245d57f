export const EMPTY = 'empty';
export const OCCLUDED = 'occluded';

/** Counts labels, so that a shoot shows all of them equally often. */
export class LabelQuota {
  readonly #left: Map<string, number>;

  constructor(gtins: readonly string[], perProduct: number, perSpecialLabel: number) {
    this.#left = new Map(gtins.map((gtin) => [gtin, perProduct]));
    this.#left.set(EMPTY, perSpecialLabel).set(OCCLUDED, perSpecialLabel);
  }

  left(label: string): number {
    return this.#left.get(label) ?? 0;
  }

  /** @returns whether one more of this label is wanted; if so it is counted */
  take(label: string): boolean {
    const left = this.left(label);
    if (left > 0) this.#left.set(label, left - 1);
    return left > 0;
  }

  isFilled(): boolean {
    return [...this.#left.values()].every((left) => left === 0);
  }
}
