import type { Quad } from '@shelfwatch/domain';
import { cropRegion } from './crop-region.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';

/** A picture whose pixel (x, y) is (x, y, x + y), modulo 256. */
const gradient = (width: number, height: number): RgbPicture => {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x % 256, y % 256, (x + y) % 256], (y * width + x) * 3);
  }
  return { width, height, data };
};

const rectangle = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

const pixelOf = (crop: Uint8Array, size: number, x: number, y: number): number[] => [
  ...crop.subarray((y * size + x) * 3, (y * size + x) * 3 + 3),
];

describe('cropRegion', () => {
  it('When the region is as large as the crop and has no margin, then the pixels come out unchanged', () => {
    const picture = gradient(100, 80);
    const crop = cropRegion(picture, rectangle(0.1, 0.25, 0.5, 0.75), { size: 40, margin: 0 });
    expect(pixelOf(crop, 40, 0, 0)).toEqual([10, 20, 30]);
    expect(pixelOf(crop, 40, 39, 39)).toEqual([49, 59, 108]);
  });

  it('When a margin is asked for, then the surroundings come in on every side', () => {
    const picture = gradient(100, 100);
    const crop = cropRegion(picture, rectangle(0.4, 0.4, 0.6, 0.6), { size: 40, margin: 0.5 });
    const [red, green] = pixelOf(crop, 40, 0, 0);
    expect([red, green]).toEqual([30, 30]);
    expect(pixelOf(crop, 40, 39, 39).slice(0, 2)).toEqual([69, 69]);
  });

  it('When the region is seen at an angle, then its corners become the corners of the crop', () => {
    const picture = gradient(200, 200);
    const quad: Quad = [
      { x: 0.2, y: 0.1 },
      { x: 0.8, y: 0.2 },
      { x: 0.75, y: 0.7 },
      { x: 0.25, y: 0.9 },
    ];
    const crop = cropRegion(picture, quad, { size: 224, margin: 0 });
    const expectNear = (x: number, y: number, [red, green]: [number, number]): void => {
      const pixel = pixelOf(crop, 224, x, y);
      expect(Math.abs(pixel[0]! - red)).toBeLessThanOrEqual(2);
      expect(Math.abs(pixel[1]! - green)).toBeLessThanOrEqual(2);
    };
    expectNear(0, 0, [40, 20]);
    expectNear(223, 0, [160, 40]);
    expectNear(223, 223, [150, 140]);
    expectNear(0, 223, [50, 180]);
  });

  it('When the source is far larger than the crop, then its pixels are averaged, not picked', () => {
    const width = 900;
    const data = new Uint8Array(width * width * 3);
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++)
        data.fill((x + y) % 2 === 0 ? 255 : 0, (y * width + x) * 3, (y * width + x + 1) * 3);
    }
    const crop = cropRegion({ width, height: width, data }, rectangle(0.05, 0.05, 0.95, 0.95), { size: 100 });
    expect(Math.min(...crop)).toBeGreaterThan(110);
    expect(Math.max(...crop)).toBeLessThan(145);
  });

  it('When a large source is shrunk, then positions stay where they were', () => {
    const picture: RgbPicture = { width: 2000, height: 1000, data: new Uint8Array(2000 * 1000 * 3) };
    for (let y = 0; y < 1000; y++) {
      for (let x = 0; x < 2000; x++) picture.data[(y * 2000 + x) * 3] = Math.floor((x / 2000) * 256);
    }
    const crop = cropRegion(picture, rectangle(0.2, 0.2, 0.8, 0.8), { size: 100, margin: 0 });
    expect(pixelOf(crop, 100, 0, 50)[0]).toBeCloseTo(0.203 * 256, -0.5);
    expect(pixelOf(crop, 100, 99, 50)[0]).toBeCloseTo(0.797 * 256, -0.5);
  });

  it('When the region reaches beyond the picture, then the edge is repeated', () => {
    const crop = cropRegion(gradient(50, 50), rectangle(-0.2, -0.2, 0.4, 0.4), { size: 30, margin: 0 });
    expect(pixelOf(crop, 30, 0, 0)).toEqual([0, 0, 0]);
  });

  it('When it is called twice, then both crops are the same', () => {
    const picture = gradient(640, 480);
    const quad: Quad = [
      { x: 0.31, y: 0.12 },
      { x: 0.52, y: 0.14 },
      { x: 0.51, y: 0.43 },
      { x: 0.3, y: 0.4 },
    ];
    expect(Buffer.from(cropRegion(picture, quad)).equals(cropRegion(picture, quad))).toBe(true);
  });

  it.each<[string, Quad]>([
    ['a line', rectangle(0.1, 0.1, 0.9, 0.1)],
    ['a point', rectangle(0.5, 0.5, 0.5, 0.5)],
    [
      'a bow tie',
      [
        { x: 0.1, y: 0.1 },
        { x: 0.9, y: 0.9 },
        { x: 0.9, y: 0.1 },
        { x: 0.1, y: 0.9 },
      ],
    ],
  ])('When the region is %s, then it is refused', (_name, quad) => {
    expect(() => cropRegion(gradient(50, 50), quad)).toThrow(RegionError);
  });
});
