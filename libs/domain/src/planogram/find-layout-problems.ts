import { groupBy } from './group-by.js';
import type { FixtureShelf, PlanogramFixture, PlanogramPosition } from './planogram.js';
import { type PlanogramProblem, problemAt, type Read } from './planogram-draft.js';

/** Planning programs round to a hundredth of an inch or to a millimetre. */
const TOLERANCE_MM = 3;

/** What the eye would see in the drawing: places that overlap, stand in another order than they are numbered, or beside the fixture. Warnings: the drawing may be rough. */
export function findLayoutProblems(
  fixtures: readonly Read<Omit<PlanogramFixture, 'shelves'>>[],
  shelves: readonly Read<FixtureShelf>[],
  positions: readonly Read<PlanogramPosition>[],
): PlanogramProblem[] {
  return [...besideFixture(fixtures, positions), ...onMissingShelf(shelves, positions), ...overlaps(positions)];
}

function besideFixture(
  fixtures: readonly Read<Omit<PlanogramFixture, 'shelves'>>[],
  positions: readonly Read<PlanogramPosition>[],
): PlanogramProblem[] {
  const widths = new Map(fixtures.map(({ value }) => [value.fixtureId, value.widthMm]));
  return positions.flatMap(({ row, value: { fixtureId, leftMm, widthMm } }) => {
    const width = widths.get(fixtureId);
    if (width === undefined || leftMm === undefined || leftMm + (widthMm ?? 0) <= width + TOLERANCE_MM) return [];
    const message = `reaches to ${round(leftMm + (widthMm ?? 0))} mm, the fixture ${fixtureId} to ${round(width)} mm`;
    return [problemAt(row, 'leftMm', message, 'Check the place or the width of the fixture.', 'warning')];
  });
}

function onMissingShelf(
  shelves: readonly Read<FixtureShelf>[],
  positions: readonly Read<PlanogramPosition>[],
): PlanogramProblem[] {
  const known = new Map<string, Set<number>>();
  for (const { value } of shelves) {
    known.set(value.fixtureId, (known.get(value.fixtureId) ?? new Set()).add(value.shelf));
  }
  return positions
    .filter(({ value }) => known.get(value.fixtureId)?.has(value.shelf) === false)
    .map(({ row, value }) => {
      const message = `there is no shelf ${value.shelf} among those of fixture ${value.fixtureId}`;
      return problemAt(row, 'shelf', message, 'Add the shelf, or correct its number.');
    });
}

type Placed = Read<PlanogramPosition & { leftMm: number }>;

function overlaps(positions: readonly Read<PlanogramPosition>[]): PlanogramProblem[] {
  const measured = positions.filter(({ value }) => value.leftMm !== undefined) as Placed[];
  const rows = groupBy(measured, ({ value: { fixtureId, shelf } }) => JSON.stringify([fixtureId, shelf]));
  return [...rows.values()].flatMap((row) => {
    const byNumber = row.toSorted((a, b) => a.value.position - b.value.position);
    return byNumber.slice(1).flatMap((right, index) => neighbours(byNumber[index]!, right));
  });
}

function neighbours(left: Placed, right: Placed): PlanogramProblem[] {
  const { leftMm, position } = right.value;
  const before = left.value;
  if (leftMm < before.leftMm - TOLERANCE_MM) {
    const message = `place ${position} stands to the left of place ${before.position}`;
    return [problemAt(right.row, 'leftMm', message, 'Number the places from the left.', 'warning')];
  }
  const end = before.leftMm + (before.widthMm ?? 0);
  if (leftMm >= end - TOLERANCE_MM) return [];
  const message = `begins at ${round(leftMm)} mm, where place ${before.position} ends only at ${round(end)} mm`;
  return [problemAt(right.row, 'leftMm', message, 'Check the places and their widths.', 'warning')];
}

const round = (mm: number): number => Math.round(mm * 10) / 10;
