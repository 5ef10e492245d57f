import type { ImportReport } from '@shelfwatch/contracts';

/** Files named in a report for each kind of trouble. */
const EXAMPLES = 10;
const MOST_NEAR_DUPLICATES = 200;
const MOST_ROWS = 500;
/** Fewer pictures than this teach a class badly. */
export const FEW_SAMPLES = 20;

type RefusalReason = ImportReport['refused'][number]['reason'];

/** Said of a row whose file was refused without a word of its own. */
const WORDS: Readonly<Record<RefusalReason, string>> = {
  unreadable: 'the picture is empty or damaged',
  'too-small': 'the picture is smaller than the import accepts',
  'too-large': 'the file or the picture is too large',
  'not-a-picture': 'the file is no JPEG, PNG or WebP',
  'exact-duplicate': 'the data set has this picture already',
  'unsafe-path': 'the path leads out of the import folder',
  'no-class': 'the label is missing',
  missing: 'there is no such file',
  'bad-row': 'the row cannot be read',
  'bad-label': 'the label cannot be used',
};

/** Counts what an import finds. */
export class ImportTally {
  private readonly refusals = new Map<RefusalReason, string[]>();
  private readonly refusedCounts = new Map<RefusalReason, number>();
  private readonly nearDuplicates: ImportReport['nearDuplicates'] = [];
  private readonly rows: ImportReport['rows'] = [];
  private files = 0;
  private added = 0;

  /** @param message what is wrong with it in particular */
  refuse(reason: RefusalReason, { path, row }: { path: string; row?: number }, message?: string): void {
    this.files += 1;
    if (row !== undefined && this.rows.length < MOST_ROWS)
      this.rows.push({ row, file: path, reason, message: message ?? WORDS[reason] });
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
      rows: this.rows,
      nearDuplicates: this.nearDuplicates,
      classes: [...classes]
        .sort((a, b) => a.samples - b.samples)
        .map(({ label, name, samples }) => ({ label, name, samples, tooFew: samples < FEW_SAMPLES })),
    };
  }
}
