import { type DraftRow, type PlanogramProblem, problemAt } from '@shelfwatch/domain';
import type { PsaRow } from './psa-rows.js';

export const MILLIMETRES_PER = { cm: 10, inch: 25.4 } as const;

/** Millimetres without the noise of the multiplication; undefined when the cell is no number. */
export function toMillimetres(cell: string | undefined, perUnit: number): number | undefined {
  const text = (cell ?? '').trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e6 ? Math.round(value * perUnit * 1_000) / 1_000 : undefined;
}

/** The row as problems name it. */
export const sourceOf = ({ line, type }: PsaRow): Pick<DraftRow, 'line' | 'record'> => ({ line, record: type });

/** Reads the lengths of a row that its place depends on; says which are no numbers. */
export function readLengths<K extends string>(
  row: PsaRow,
  columns: Readonly<Record<K, number>>,
  perUnit: number,
  problems: PlanogramProblem[],
): Record<K, number> | undefined {
  const lengths: Partial<Record<K, number>> = {};
  let isWhole = true;
  for (const [name, column] of Object.entries(columns) as [K, number][]) {
    const length = toMillimetres(row.cells[column], perUnit);
    if (length !== undefined) lengths[name] = length;
    else {
      isWhole = false;
      const cell = row.cells[column];
      const message =
        cell === undefined
          ? `is missing: the row ends after ${row.cells.length} cells`
          : `"${cell.slice(0, 40)}" is no number`;
      problems.push(problemAt(sourceOf(row), `${name} (column ${column})`, message, 'Export the file anew.'));
    }
  }
  return isWhole ? (lengths as Record<K, number>) : undefined;
}
