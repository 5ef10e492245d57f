import type { LumaImage } from '../decode-frame/thumbnail.js';
import { registerAgainst, toReference } from './registration.js';

const WIDTH = 640;
const HEIGHT = 360;
// Bound once: they are called for every pixel.
const { cos, floor, sin } = Math;

/** Something like a fixture: rails across, uprights, and "products" whose look depends on `stock`. */
function fixture({ shiftX = 0, shiftY = 0, light = 1, stock = 0, noise = 5 } = {}): LumaImage {
  const luma = new Float32Array(WIDTH * HEIGHT);
  let seed = 7 + stock;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const u = x - shiftX;
      const v = y - shiftY;
      const rail = ((v % 90) + 90) % 90 < 8;
      const upright = ((u % 300) + 300) % 300 < 6;
      const product = floor(u / 23) * 31 + floor(v / 90) * 17 + (floor(u / 200) === 1 ? stock : 0);
      const label = sin(u / 3 + product) + cos(v / 4 + product * 2);
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const base = rail ? 220 : upright ? 40 : 60 + ((product * 53) % 120) + label * 20;
      luma[y * WIDTH + x] = base * light + (seed / 2_147_483_648 - 0.5) * noise;
    }
  }
  return { width: WIDTH, height: HEIGHT, luma };
}

describe('registerAgainst', () => {
  const reference = toReference(fixture());

  it.each([
    ['nothing changed', {}],
    ['the lamps went down', { light: 0.5 }],
    ['a third of the products changed', { stock: 9 }],
    ['the picture is noisy', { noise: 40 }],
  ])('When %s, then the picture has not moved', (_, changed) => {
    const { dx, dy, strength, strengthAtRest } = registerAgainst(reference, fixture(changed));
    expect({ dx, dy }).toEqual({ dx: 0, dy: 0 });
    expect(strengthAtRest).toBe(strength);
  });

  it.each([
    [25, 0],
    [-40, 15],
    [60, -25],
  ])('When the camera was knocked by %d and %d pixels, then the shift is found', (shiftX, shiftY) => {
    const { dx, dy, strength, strengthAtRest } = registerAgainst(reference, fixture({ shiftX, shiftY, stock: 3 }));
    expect(dx * WIDTH).toBeCloseTo(shiftX, -1);
    expect(Math.abs(dy * HEIGHT - shiftY)).toBeLessThan(4);
    expect(strength).toBeGreaterThan(strengthAtRest * 2);
  });
});
