import type { Quad } from '@shelfwatch/domain';
import type { PictureSize, Projection } from './camera.js';
import { boardTopMm, type Fixture, type PlacedSlot, SETBACK_MM } from './fixture.js';

/** Room around the product that belongs to its facing. */
const ABOVE_MM = 6;
const BELOW_MM = 4;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The region of one facing in the picture: where the front row's package stands when it stands there. */
export function facingQuad(
  fixture: Fixture,
  slot: PlacedSlot,
  facing: number,
  project: Projection,
  picture: PictureSize,
): Quad {
  const left = slot.leftMm + facing * slot.pitchMm;
  const bottom = boardTopMm(fixture, slot.shelf) + BELOW_MM;
  const top = bottom - BELOW_MM - slot.sizeMm.height - ABOVE_MM;
  const at = (x: number, y: number): { x: number; y: number } => {
    const point = project(x, y, -SETBACK_MM);
    return { x: clamp(point.x / picture.width), y: clamp(point.y / picture.height) };
  };
  const right = left + slot.pitchMm;
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}
