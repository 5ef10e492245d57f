import type { ImportReport } from '@shelfwatch/contracts';

/** Files named in a report for each kind of trouble. */
const EXAMPLES = 10;
const MOST_NEAR_DUPLICATES = 200;
/** Fewer pictures than this teach a class badly. */
export const FEW_SAMPLES = 20;

type RefusalReason = ImportReport['refused'][number]['reason'];

/** Counts what an import finds. */
export class ImportTally {
  private readonly refusals = new Map<RefusalReason, string[]>();
  private readonly refusedCounts = new Map<RefusalReason, number>();
  private readonly nearDuplicates: ImportReport['nearDuplicates'] = [];
  private files = 0;
  private added = 0;

  refuse(reason: RefusalReason, path: string): void {
    this.files += 1;
    this.refusedCounts.set(reason, (this.refusedCounts.get(reason) ?? 0) + 1);
    const examples = this.refusals.get(reason) ?? [];
    if (examples.length < EXAMPLES) this.refusals.set(reason, [...examples, path]);
  }

  accept(): void {
    this.files += 1;
    this.added += 1;
  }

  nearlyRepeats(file: string, like: string, distance: number): void {
    if (this.nearDuplicates.length < MOST_NEAR_DUPLICATES) this.nearDuplicates.push({ file, like, distance });
  }

  report(classes: readonly { label: string; name: string; samples: number }[] = []): ImportReport {
    return {
      files: this.files,
      added: this.added,
      refused: [...this.refusedCounts].map(([reason, count]) => ({
        ...{ reason, count },
        examples: this.refusals.get(reason) ?? [],
      })),
      nearDuplicates: this.nearDuplicates,
      classes: [...classes]
        .sort((a, b) => a.samples - b.samples)
        .map(({ label, name, samples }) => ({ label, name, samples, tooFew: samples < FEW_SAMPLES })),
    };
  }
}
