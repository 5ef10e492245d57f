/** A row of a file before anybody has checked it. */
export interface DraftRow {
  /** Line of the file, 1-based; null where the format has no rows (JSON). */
  line: number | null;
  /** What the row is in its file: `Position`, `positions.3`. */
  record: string;
  /** By the names of the planogram model. Absent or empty: not given. */
  cells: Readonly<Record<string, string | number | undefined>>;
  /** What the file calls a field, where it is not the model's name. */
  fieldNames?: Readonly<Record<string, string>>;
}

/** A row that could be read. */
export interface Read<T> {
  row: DraftRow;
  value: T;
}

/** A planogram as a file gives it. */
export interface PlanogramDraft {
  name: string;
  products: readonly DraftRow[];
  fixtures: readonly DraftRow[];
  /** Shelves with their heights; `fixtureId`, `shelf`, `bottomMm`, `heightMm`. */
  shelves: readonly DraftRow[];
  positions: readonly DraftRow[];
}

/** Something that is wrong in a file, for the person who can correct it. */
export interface PlanogramProblem {
  /** An error keeps the planogram out; a warning only wants to be read. */
  severity: 'error' | 'warning';
  line: number | null;
  record: string;
  field: string;
  /** What is wrong. */
  message: string;
  /** What to do. */
  advice: string;
}

export const problemAt = (
  { line, record, fieldNames }: Pick<DraftRow, 'line' | 'record' | 'fieldNames'>,
  field: string,
  message: string,
  advice: string,
  severity: PlanogramProblem['severity'] = 'error',
): PlanogramProblem => ({ severity, line, record, field: fieldNames?.[field] ?? field, message, advice });
