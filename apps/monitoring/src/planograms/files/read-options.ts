import type { PlanogramDraft, PlanogramProblem } from '@shelfwatch/domain';

/** What a file does not say itself. */
export interface ReadOptions {
  storeId: string;
  /** Which planogram of a file that has several, by name. */
  planogramName?: string | undefined;
  /** Our ids of the bays of a `.psa` file, from the left. */
  fixtureIds?: readonly string[] | undefined;
  /** In what a `.psa` file measures: centimetres (metric projects) or inches. Default `cm`. */
  lengthUnit?: 'cm' | 'inch' | undefined;
}

/** The rows of a file, not checked yet. */
export interface ReadRows {
  /** Undefined when the file as a whole cannot be read. */
  draft: PlanogramDraft | undefined;
  problems: PlanogramProblem[];
}

export const unreadable = (line: number | null, message: string, advice: string): ReadRows => ({
  draft: undefined,
  problems: [{ severity: 'error', line, record: 'file', field: '', message, advice }],
});
