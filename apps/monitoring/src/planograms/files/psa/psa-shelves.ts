import type { PlanogramProblem } from '@shelfwatch/domain';
import type { PsaBay } from './psa-bays.js';
import { FIXTURE, HOLDS_NOTHING, PEGBOARDS, POSITION } from './psa-columns.js';
import { readLengths } from './psa-lengths.js';
import type { PsaRow } from './psa-rows.js';

/** Shelves whose boards differ by less are one shelf. */
const SAME_HEIGHT_MM = 5;
/** Drawn positions sink into their board by the rounding of the file. */
const SINK_MM = 10;

/** A board, bar or pegboard, in millimetres from the planogram's left and lower edge. */
export interface PsaShelf {
  row: PsaRow;
  left: number;
  width: number;
  /** Where products stand. */
  top: number;
  isPegboard: boolean;
}

/** A position with the shelf that it stands on. */
export interface PsaPlacing {
  row: PsaRow;
  left: number;
  width: number;
  bottom: number;
  height: number;
  shelf: PsaShelf;
}

export function readShelf(row: PsaRow, perUnit: number, problems: PlanogramProblem[]): PsaShelf | undefined {
  const type = (row.cells[FIXTURE.type] ?? '').trim();
  if (HOLDS_NOTHING.has(type)) return undefined;
  const columns = { x: FIXTURE.x, width: FIXTURE.width, y: FIXTURE.y, height: FIXTURE.height };
  const box = readLengths(row, columns, perUnit, problems);
  if (box === undefined) return undefined;
  const isPegboard = PEGBOARDS.has(type);
  return { row, left: box.x, width: box.width, top: isPegboard ? box.y : box.y + box.height, isPegboard };
}

/**
 * Finds what a position stands on: of the shelves under its middle the nearest one below, and among equal ones the one under which the file lists it.
 * A position over no shelf at all belongs to the one under which it is listed.
 */
export function placeOnShelf(
  row: PsaRow,
  listedUnder: PsaShelf | undefined,
  shelves: readonly PsaShelf[],
  perUnit: number,
  problems: PlanogramProblem[],
): PsaPlacing | 'nowhere' | undefined {
  const columns = { x: POSITION.x, width: POSITION.width, y: POSITION.y, height: POSITION.height };
  const box = readLengths(row, columns, perUnit, problems);
  if (box === undefined) return undefined;
  const middle = box.x + box.width / 2;
  const below = shelves.filter(
    ({ left, width, top }) => middle >= left && middle <= left + width && box.y >= top - SINK_MM,
  );
  const highest = Math.max(...below.map(({ top }) => top));
  const nearest = below.filter(({ top }) => top === highest);
  const shelf = nearest.find((candidate) => candidate === listedUnder) ?? nearest[0] ?? listedUnder;
  if (shelf === undefined) return 'nowhere';
  return { row, left: box.x, width: box.width, bottom: box.y, height: box.height, shelf };
}

/** The heights of a bay's shelves, top first: of every board that reaches into it, and of every row of hooks on its pegboards. */
export function shelfHeights(bay: PsaBay, shelves: readonly PsaShelf[], placings: readonly PsaPlacing[]): number[] {
  const reachesIn = ({ left, width }: { left: number; width: number }): boolean =>
    Math.min(left + width, bay.left + bay.width) - Math.max(left, bay.left) > SAME_HEIGHT_MM;
  const boards = shelves.filter((shelf) => !shelf.isPegboard && reachesIn(shelf)).map(({ top }) => top);
  const hooks = placings
    .filter((placing) => placing.shelf.isPegboard && reachesIn(placing))
    .map(({ bottom }) => bottom);
  const heights: number[] = [];
  for (const height of [...boards, ...hooks].toSorted((a, b) => b - a)) {
    if (heights.length === 0 || heights.at(-1)! - height >= SAME_HEIGHT_MM) heights.push(height);
  }
  return heights;
}

/** Number of the shelf, 1 = top, that a placing stands on. */
export function shelfNumber(heights: readonly number[], { shelf, bottom }: PsaPlacing): number {
  const height = shelf.isPegboard ? bottom : shelf.top;
  const nearest = heights.toSorted((a, b) => Math.abs(a - height) - Math.abs(b - height))[0]!;
  return heights.indexOf(nearest) + 1;
}
