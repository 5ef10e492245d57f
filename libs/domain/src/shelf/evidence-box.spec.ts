import { evidenceBox, quadWithin } from './evidence-box.js';
import type { Quad } from './view.js';

const quad = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

describe('evidenceBox', () => {
  it('holds all facings of a slot and a margin of a quarter', () => {
    expect(evidenceBox([quad(0.2, 0.5, 0.3, 0.7), quad(0.3, 0.5, 0.4, 0.7)], 1_000, 500)).toEqual({
      left: 150,
      top: 225,
      width: 300,
      height: 150,
    });
  });

  it.each([[quad(0, 0, 1, 1)], [quad(-0.2, -0.2, 0.05, 0.05)], [quad(0.98, 0.98, 1.3, 1.3)]])(
    'When a region touches the border, then the box stays within the picture',
    (region) => {
      const { left, top, width, height } = evidenceBox([region], 640, 360);
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(640);
      expect(top + height).toBeLessThanOrEqual(360);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    },
  );
});

describe('quadWithin', () => {
  it('When a facing is looked for in the evidence of its slot, then it lies where it was cut out', () => {
    const facing = quad(0.3, 0.5, 0.4, 0.7);
    const box = evidenceBox([quad(0.2, 0.5, 0.3, 0.7), facing], 1_000, 500);
    const inEvidence = quadWithin(box, facing, 1_000, 500);
    inEvidence.forEach(({ x, y }, corner) => {
      expect(box.left + x * box.width).toBeCloseTo(facing[corner]!.x * 1_000);
      expect(box.top + y * box.height).toBeCloseTo(facing[corner]!.y * 500);
    });
  });
});
