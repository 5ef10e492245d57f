import { mapPoint, type PlaneMap } from '../shelf/fixture-homography.js';
import type { FacingRegion, Point, Quad } from '../shelf/view.js';
import type { PlacedPosition, PlanogramFixture } from './planogram.js';

/** What a calibration needs to know of a fixture. */
export type FixtureFront = Pick<PlanogramFixture, 'widthMm' | 'heightMm' | 'shelves'>;
export type SlotOnFixture = Pick<
  PlacedPosition,
  'slotId' | 'shelf' | 'position' | 'facings' | 'leftMm' | 'widthMm' | 'bottomMm' | 'heightMm'
>;

export interface SlotsInPicture {
  regions: FacingRegion[];
  /** Slots of which at least one facing lies outside the picture. */
  outside: string[];
  /** Slots whose place had to be guessed, since the planogram gives no measures: shelves of equal height, facings of equal width. */
  estimated: string[];
}

/** Part of a fixture's front, as fractions of its width and height from the top left. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  isEstimated: boolean;
}

/** How far a region may reach over the picture's border before its facing counts as outside; it is then cut at the border. */
const OVERHANG = 0.02;

/**
 * Where each facing of a fixture's slots lies in a picture. Pure.
 *
 * @param map from the fixture's front (fractions of its width and height from the top left) to the picture
 */
export function slotsInPicture(front: FixtureFront, slots: readonly SlotOnFixture[], map: PlaneMap): SlotsInPicture {
  const result: SlotsInPicture = { regions: [], outside: [], estimated: [] };
  for (const slot of slots.toSorted((a, b) => a.shelf - b.shelf || a.position - b.position)) {
    const box = boxOf(front, slot, slots);
    if (box.isEstimated) result.estimated.push(slot.slotId);
    const width = (box.right - box.left) / slot.facings;
    const quads = Array.from({ length: slot.facings }, (_facing, facing) => {
      const left = box.left + facing * width;
      return quadInPicture(map, { ...box, left, right: left + width });
    });
    if (quads.includes(undefined)) result.outside.push(slot.slotId);
    quads.forEach((quad, facing) => {
      if (quad !== undefined) result.regions.push({ slotId: slot.slotId, facing, quad });
    });
  }
  return result;
}

function boxOf(front: FixtureFront, slot: SlotOnFixture, slots: readonly SlotOnFixture[]): Box {
  const across = acrossFromMeasures(front, slot, slots);
  const upright = uprightFromMeasures(front, slot);
  return {
    ...(across ?? acrossByFacings(slot, slots)),
    ...(upright ?? uprightByShelves(front, slot, slots)),
    isEstimated: across === undefined || upright === undefined,
  };
}

/** Only when all slots of the shelf are measured: measures and guesses on one shelf would overlap. */
function acrossFromMeasures(
  { widthMm }: FixtureFront,
  slot: SlotOnFixture,
  slots: readonly SlotOnFixture[],
): Pick<Box, 'left' | 'right'> | undefined {
  const row = slots.filter(({ shelf }) => shelf === slot.shelf);
  if (!widthMm || row.some(({ leftMm, widthMm: width }) => leftMm === undefined || !width)) return undefined;
  const left = Math.min(slot.leftMm! / widthMm, 1);
  const right = Math.min((slot.leftMm! + slot.widthMm!) / widthMm, 1);
  return right > left ? { left, right } : undefined;
}

function acrossByFacings(slot: SlotOnFixture, slots: readonly SlotOnFixture[]): Pick<Box, 'left' | 'right'> {
  const row = slots.filter(({ shelf }) => shelf === slot.shelf);
  const count = (some: readonly SlotOnFixture[]): number => some.reduce((sum, { facings }) => sum + facings, 0);
  const before = count(row.filter(({ position }) => position < slot.position));
  return { left: before / count(row), right: (before + slot.facings) / count(row) };
}

function uprightFromMeasures(
  { heightMm, shelves }: FixtureFront,
  slot: SlotOnFixture,
): Pick<Box, 'top' | 'bottom'> | undefined {
  const shelf = shelves.find((candidate) => candidate.shelf === slot.shelf);
  const bottomMm = slot.bottomMm ?? shelf?.bottomMm;
  const ownHeight = slot.heightMm || shelf?.heightMm;
  if (!heightMm || bottomMm === undefined || !ownHeight) return undefined;
  const bottom = 1 - bottomMm / heightMm;
  const top = Math.max(0, bottom - ownHeight / heightMm);
  return bottom > top && bottom <= 1 ? { top, bottom } : undefined;
}

function uprightByShelves(
  { shelves }: FixtureFront,
  slot: SlotOnFixture,
  slots: readonly SlotOnFixture[],
): Pick<Box, 'top' | 'bottom'> {
  const count = Math.max(...[...shelves, ...slots].map(({ shelf }) => shelf));
  return { top: (slot.shelf - 1) / count, bottom: slot.shelf / count };
}

function quadInPicture(map: PlaneMap, { left, right, top, bottom }: Box): Quad | undefined {
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ].map((corner) => mapPoint(map, corner));
  if (!corners.every((corner) => corner !== undefined && isInside(corner))) return undefined;
  return corners.map((corner) => ({ x: clamp(corner!.x), y: clamp(corner!.y) })) as unknown as Quad;
}

const isInside = ({ x, y }: Point): boolean => Math.min(x, y) >= -OVERHANG && Math.max(x, y) <= 1 + OVERHANG;

/** Coordinates to a hundred-thousandth: less than a tenth of a pixel of any camera. */
const clamp = (fraction: number): number => Math.round(Math.min(1, Math.max(0, fraction)) * 1e5) / 1e5;
