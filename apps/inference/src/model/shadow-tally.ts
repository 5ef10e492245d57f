import type { ShadowComparison } from '@shelfwatch/contracts';
import type { ModelMetadata } from '@shelfwatch/vision/serving';

/** Kinds of disagreement that are counted apart; 200 classes could make 40,000. */
const MOST_KINDS = 2_000;

/** Counts where a shadow's answers differ from those that were given. */
export class ShadowTally {
  private facings = 0;
  private agreed = 0;
  private readonly differences = new Map<string, { live: string; shadow: string; count: number }>();

  constructor(
    private readonly live: ModelMetadata,
    private readonly shadow: ModelMetadata,
  ) {}

  get against(): string {
    return this.live.version;
  }

  /** @param live @param shadow rows of probabilities for the same images */
  add(live: Float32Array, shadow: Float32Array, count: number): void {
    for (let image = 0; image < count; image += 1) {
      const [answer, other] = [labelAt(this.live, live, image), labelAt(this.shadow, shadow, image)];
      this.facings += 1;
      if (answer === other) this.agreed += 1;
      else this.note(answer, other);
    }
  }

  report(): ShadowComparison {
    return {
      ...{ version: this.shadow.version, against: this.live.version, facings: this.facings },
      agreement: this.facings === 0 ? 0 : this.agreed / this.facings,
      disagreements: [...this.differences.values()].sort((a, b) => b.count - a.count),
    };
  }

  private note(live: string, shadow: string): void {
    const kind = `${live} ${shadow}`;
    const known = this.differences.get(kind);
    if (known !== undefined) known.count += 1;
    else if (this.differences.size < MOST_KINDS) this.differences.set(kind, { live, shadow, count: 1 });
  }
}

function labelAt({ labels }: ModelMetadata, rows: Float32Array, image: number): string {
  const row = rows.subarray(image * labels.length, (image + 1) * labels.length);
  return labels[row.reduce((best, probability, label) => (probability > row[best]! ? label : best), 0)]!.label;
}
