import { random } from '../chance/random.js';
import { cameraProjection } from './camera.js';
import { drawPose } from './draw-lots.js';

const FRONT = { width: 2010, height: 1116 };
const PICTURE = { width: 1920, height: 1080 };

describe('cameraProjection', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index))(
    'When pose %p is drawn, then the whole fixture is in the picture, upright and not mirrored',
    (index) => {
      const project = cameraProjection(drawPose(random('pose', index), 1.2), FRONT, PICTURE);
      const corners = [-1, 1].flatMap((x) =>
        [-1, 1].map((y) => project((x * FRONT.width) / 2, (y * FRONT.height) / 2, 0)),
      );
      for (const { x, y } of corners) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(PICTURE.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(PICTURE.height);
      }
      expect(project(100, 0, 0).x).toBeGreaterThan(project(-100, 0, 0).x);
      expect(project(0, 100, 0).y).toBeGreaterThan(project(0, -100, 0).y);
    },
  );

  it('When something stands further back, then it is smaller', () => {
    const project = cameraProjection(drawPose(random('pose', 1)), FRONT, PICTURE);
    const width = (z: number): number => project(50, 0, z).x - project(-50, 0, z).x;
    expect(width(-200)).toBeLessThan(width(0));
  });
});
