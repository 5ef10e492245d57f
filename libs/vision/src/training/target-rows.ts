import type { FamilyTerm } from './cross-entropy.js';

/** What the loss wants of a picture beyond its label. */
export interface TargetOptions {
  classes: number;
  /** Share of each target that is spread over other classes (Szegedy et al. 2016). */
  smoothing: number;
  /**
   * Family of each class, such as the coarse class of a product. When given, half of what smoothing spreads goes to the class's own family:
   * taking one apple for another is the smaller mistake.
   */
  families?: readonly (number | string)[];
  /** How much the right family counts beside the right class, see `crossEntropy`; 0 when absent. */
  familyWeight?: number;
  /** Weight of each class, 1 on average; all equal when absent. */
  classWeights?: readonly number[];
}

/** Makes the rows of a label's target once; batches then only add them up. */
export class TargetRows {
  /** For the loss; undefined when families are unknown or do not count. */
  readonly familyTerm: FamilyTerm | undefined;
  private readonly rows: Float32Array[];

  constructor(private readonly options: TargetOptions) {
    this.rows = Array.from({ length: options.classes }, (_, label) => rowOf(label, options));
    this.familyTerm = familyTermOf(options);
  }

  /**
   * @param labels of the batch
   * @param mixed where pictures were mixed in pairs: the other picture's place in the batch, and the own share
   * @returns `labels.length * classes` values
   */
  of(labels: readonly number[], mixed?: { partner: readonly number[]; share: number }): Float32Array {
    const { classes } = this.options;
    const targets = new Float32Array(labels.length * classes);
    labels.forEach((label, place) => {
      const own = this.rows[label]!;
      const target = targets.subarray(place * classes, (place + 1) * classes);
      if (mixed === undefined) return target.set(own);
      const other = this.rows[labels[mixed.partner[place]!]!]!;
      for (let index = 0; index < classes; index += 1)
        target[index] = own[index]! * mixed.share + other[index]! * (1 - mixed.share);
    });
    return targets;
  }
}

function rowOf(label: number, { classes, smoothing, families, classWeights }: TargetOptions): Float32Array {
  const row = new Float32Array(classes);
  const family = families === undefined ? [] : familyOf(label, families);
  const toFamily = family.length > 1 ? smoothing / 2 : 0;
  row.fill((smoothing - toFamily) / classes);
  for (const member of family) row[member]! += toFamily / family.length;
  row[label]! += 1 - smoothing;
  const weight = classWeights?.[label] ?? 1;
  return weight === 1 ? row : row.map((value) => value * weight);
}

function familyTermOf({ classes, families, familyWeight = 0 }: TargetOptions): FamilyTerm | undefined {
  if (families === undefined || familyWeight === 0) return undefined;
  const known = [...new Set(families)];
  const membership = new Float32Array(classes * known.length);
  families.forEach((family, label) => (membership[label * known.length + known.indexOf(family)] = 1));
  return { membership, families: known.length, weight: familyWeight };
}

const familyOf = (label: number, families: readonly (number | string)[]): number[] =>
  families.flatMap((family, index) => (family === families[label] ? [index] : []));
