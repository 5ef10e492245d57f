import type { Random } from '../chance/random.js';
import type { CameraPose } from './camera.js';
import { FIGURE_LOOKS } from './figure.js';
import type { Light, Sensor } from './light.js';
import type { Occluder } from './occluder.js';
import type { Item } from './shelf-contents.js';

/** Ordinary variety of the simulated shop. The training shoot draws from the same lots, a little wider. */

/** @param width 1 = the shop's own variety */
export function drawPose(chance: Random, width = 1): CameraPose {
  return {
    distanceMm: chance.between(4600, 5800),
    rightMm: chance.between(-450, 450) * width,
    aboveMm: 140 + chance.between(-260, 420) * width,
    roll: chance.between(-0.012, 0.012) * width,
    fill: chance.between(0.955, 0.985),
    shiftX: chance.between(-0.004, 0.004),
    shiftY: chance.between(-0.004, 0.004),
  };
}

export function drawLight(chance: Random, width = 1): Light {
  const glare = chance.chance(0.35)
    ? {
        x: chance.between(0.1, 0.9),
        y: chance.between(0, 0.6),
        radius: chance.between(0.08, 0.25),
        strength: chance.between(0.08, 0.28 * width),
      }
    : undefined;
  return {
    exposure: 1.13 + chance.between(-0.2, 0.22) * width,
    warmth: chance.between(-0.8, 0.9) * width,
    slopeX: chance.between(-0.25, 0.25) * width,
    slopeY: chance.between(-0.3, 0.1) * width,
    vignette: chance.between(0.05, 0.3),
    ...(glare === undefined ? {} : { glare }),
  };
}

export const drawSensor = (chance: Random, width = 1): Sensor => ({
  noise: chance.between(0.8, 2.8 * width),
  jpegQuality: Math.round(chance.between(84 - 14 * width, 90)),
});

/** How one item happens to stand. */
export const drawItem = (chance: Random, gtin: string, row: number): Item => ({
  gtin,
  row,
  appearance: chance.whole(0, 999),
  shiftMm: Math.max(-5, Math.min(5, chance.normal() * 2)),
  recessMm: chance.between(0, 14),
  lean: chance.chance(0.12) ? chance.normal() * 0.018 : 0,
});

/** A figure somewhere in front of the shelf. */
export function drawOccluderLot(chance: Random, x: number): Occluder {
  const kind = chance.next() < 0.62 ? 'shopper' : chance.chance(0.5) ? 'cart' : 'arm';
  const place = {
    shopper: { top: chance.between(0.02, 0.4), height: chance.between(0.95, 1.5) },
    cart: { top: chance.between(0.45, 0.7), height: chance.between(0.5, 0.75) },
    arm: { top: chance.between(0.15, 0.75), height: chance.between(0.45, 0.8) },
  }[kind];
  return { kind, look: chance.whole(0, FIGURE_LOOKS - 1), x, ...place, mirrored: chance.chance(0.5) };
}
