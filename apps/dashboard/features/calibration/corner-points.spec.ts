import { boxPercent, marginFor, pictureShare, samePoints, startPoints, stepTo, withPointAt } from './corner-points';

const MARGIN = 0.1;

describe('Corner points', () => {
  it('When one is moved, then the others stay, and it stays within the margin', () => {
    const before = startPoints();
    const after = withPointAt(before, 1, { x: 7, y: 0.3 }, MARGIN);
    expect(after[1]).toEqual({ fixture: { x: 1, y: 0 }, picture: { x: 1.1, y: 0.3 } });
    expect([after[0], after[2], after[3]]).toEqual([before[0], before[2], before[3]]);
    expect(samePoints(before, after)).toBe(false);
    expect(samePoints(before, startPoints())).toBe(true);
  });

  it('When an arrow key is pressed, then the point moves by a step, with Shift by ten', () => {
    const point = startPoints()[0]!;
    expect(stepTo(point, 'ArrowRight', false)?.x).toBeCloseTo(0.102, 6);
    expect(stepTo(point, 'ArrowUp', true)?.y).toBeCloseTo(0.08, 6);
    expect(stepTo(point, 'a', false)).toBeUndefined();
  });

  it('When the pointer is where a point is drawn, then it is at that point', () => {
    const box = { left: 40, top: 10, width: 600, height: 400 };
    const at = { x: 40 + 6 * boxPercent(0.25, MARGIN), y: 10 + 4 * boxPercent(-0.05, MARGIN) };
    const share = pictureShare(at, box, MARGIN);
    expect([share.x, share.y]).toEqual([expect.closeTo(0.25, 9), expect.closeTo(-0.05, 9)]);
  });

  it('When a saved point lies outside the picture, then there is room for it', () => {
    expect(marginFor(startPoints())).toBeCloseTo(0.06, 9);
    expect(marginFor(withPointAt(startPoints(), 2, { x: 1.2, y: 1 }, 0.5))).toBeCloseTo(0.22, 9);
    expect(marginFor(withPointAt(startPoints(), 2, { x: 3, y: 1 }, 3))).toBe(0.5);
  });
});
