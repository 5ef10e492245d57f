import { type PlanogramProblem, problemAt } from '@shelfwatch/domain';
import { PLANOGRAM, SEGMENT } from './psa-columns.js';
import { readLengths, sourceOf, toMillimetres } from './psa-lengths.js';
import type { PsaRow } from './psa-rows.js';

/** A segment of a planogram, in millimetres from the planogram's left and lower edge. */
export interface PsaBay {
  row: PsaRow;
  name: string;
  left: number;
  width: number;
  height: number | undefined;
}

/**
 * The bays, from the left. Files keep a segment's place in `offset X` and leave `X` at 0, or the other way round, or leave both at 0: then the
 * segments stand side by side in the order of the file. Without segments the whole planogram is one bay.
 */
export function readBays(
  planogram: PsaRow,
  segments: readonly PsaRow[],
  perUnit: number,
  problems: PlanogramProblem[],
): PsaBay[] {
  const own = (row: PsaRow, column: number): number | undefined => toMillimetres(row.cells[column], perUnit);
  if (segments.length === 0) {
    const size = readLengths(planogram, { width: PLANOGRAM.width }, perUnit, problems);
    if (size === undefined) return [];
    const name = (planogram.cells[PLANOGRAM.name] ?? '').trim();
    return [{ row: planogram, name, left: 0, width: size.width, height: own(planogram, PLANOGRAM.height) }];
  }
  const height = own(planogram, PLANOGRAM.height);
  const bays = segments.flatMap((row): PsaBay[] => {
    const size = readLengths(row, { width: SEGMENT.width }, perUnit, problems);
    if (size === undefined) return [];
    if (size.width <= 0) {
      const advice = 'Give the segment its width.';
      problems.push(problemAt(sourceOf(row), `width (column ${SEGMENT.width})`, 'is not above zero', advice));
      return [];
    }
    const left = (own(row, SEGMENT.x) ?? 0) + (own(row, SEGMENT.offsetX) ?? 0);
    const name = (row.cells[SEGMENT.name] ?? '').trim();
    return [{ row, name, left, width: size.width, height: own(row, SEGMENT.height) || height }];
  });
  if (new Set(bays.map(({ left }) => left)).size === bays.length) return bays.toSorted((a, b) => a.left - b.left);
  let left = 0;
  return bays.map((bay) => {
    const placed = { ...bay, left };
    left += bay.width;
    return placed;
  });
}

/** The bay that holds a point; the nearest one for a point beside all of them. */
export function bayAt(bays: readonly PsaBay[], x: number): PsaBay | undefined {
  const distance = ({ left, width }: PsaBay): number => Math.max(left - x, x - (left + width), 0);
  return bays.toSorted((a, b) => distance(a) - distance(b))[0];
}
