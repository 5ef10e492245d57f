import type { Quad } from '@shelfwatch/domain';
import sharp from 'sharp';
import { cutFacing } from './cut-facing.js';

/** A red and blue trapezium, as a box seen from the side, on grey. */
const drawn = () =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#888"/>
      <path d="M100 50 L250 90 L250 210 L100 250 Z" fill="#00f"/><path d="M100 50 L175 70 L175 230 L100 250 Z" fill="#f00"/></svg>`),
  )
    .png()
    .toBuffer();
const TRAPEZIUM: Quad = [
  { x: 100 / 400, y: 50 / 300 },
  { x: 250 / 400, y: 90 / 300 },
  { x: 250 / 400, y: 210 / 300 },
  { x: 100 / 400, y: 250 / 300 },
];

const pixelsOf = async (jpeg: Buffer) => {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return {
    ...{ width: info.width, height: info.height },
    at: (u: number, v: number) => [
      ...data.subarray((Math.floor(v * info.height) * info.width + Math.floor(u * info.width)) * 3).subarray(0, 3),
    ],
  };
};

describe('cutFacing', () => {
  it('When a facing is seen from the side, then the cut shows it from the front, with a little around it', async () => {
    const { width, height, at } = await pixelsOf(await cutFacing(await drawn(), TRAPEZIUM));
    expect([width, height]).toEqual([174, 224]);
    for (const v of [0.1, 0.5, 0.9]) {
      expect(at(0.15, v)[0]).toBeGreaterThan(200);
      expect(at(0.85, v)[2]).toBeGreaterThan(200);
    }
    for (const corner of [0.01, 0.98])
      expect(Math.max(...at(corner, 0.01)) - Math.min(...at(corner, 0.01))).toBeLessThan(60);
  });

  it('When a region reaches beyond the picture, then the edge is repeated', async () => {
    const beyond = TRAPEZIUM.map(({ x, y }) => ({ x: x - 0.4, y })) as unknown as Quad;
    const { width } = await pixelsOf(await cutFacing(await drawn(), beyond));
    expect(width).toBe(174);
  });

  it('When the corners enclose nothing, then it is refused', async () => {
    const point = { x: 0.5, y: 0.5 };
    await expect(cutFacing(await drawn(), [point, point, point, point])).rejects.toThrow(RangeError);
  });
});
