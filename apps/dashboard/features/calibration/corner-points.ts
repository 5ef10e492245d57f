import type { CalibrationPoint } from '../../monitoring/types';

/** In the order of the API. */
export const CORNER_NAMES = ['Top left', 'Top right', 'Bottom right', 'Bottom left'] as const;

const FRONT = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;

/** How far a step of an arrow key goes, as a share of the picture; with Shift ten times as far. */
const STEP = 0.002;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Room around the picture, as a share of it: a corner may lie outside. */
const LEAST_MARGIN = 0.06;
const MOST_MARGIN = 0.5;

/** Corners well inside the picture, to begin with. */
export const startPoints = (): CalibrationPoint[] =>
  FRONT.map((fixture) => ({
    fixture: { ...fixture },
    picture: { x: 0.1 + 0.8 * fixture.x, y: 0.1 + 0.8 * fixture.y },
  }));

/** Room that shows all points, in shares of the picture. */
export function marginFor(points: readonly CalibrationPoint[]): number {
  const beyond = points.flatMap(({ picture: { x, y } }) => [-x, x - 1, -y, y - 1]);
  const wanted = Math.max(LEAST_MARGIN, ...beyond.map((share) => share + 0.02));
  return Math.min(MOST_MARGIN, wanted);
}

/** The points with one of them elsewhere; it stays within the picture and its margin. */
export function withPointAt(
  points: readonly CalibrationPoint[],
  index: number,
  to: { x: number; y: number },
  margin: number,
): CalibrationPoint[] {
  const within = (share: number): number => Math.min(1 + margin, Math.max(-margin, share));
  return points.map((point, at) =>
    at === index ? { ...point, picture: { x: within(to.x), y: within(to.y) } } : point,
  );
}

/** Where a key moves a point to; undefined when it is no arrow key. */
export function stepTo(
  { picture: { x, y } }: CalibrationPoint,
  key: string,
  isLarge: boolean,
): { x: number; y: number } | undefined {
  const direction = ARROWS[key];
  if (direction === undefined) return undefined;
  const step = isLarge ? 10 * STEP : STEP;
  return { x: x + direction[0] * step, y: y + direction[1] * step };
}

/** Where the pointer is, in shares of the picture, on a box that shows the picture with its margin. */
export function pictureShare(
  pointer: { x: number; y: number },
  box: { left: number; top: number; width: number; height: number },
  margin: number,
): { x: number; y: number } {
  const whole = 1 + 2 * margin;
  return {
    x: ((pointer.x - box.left) / box.width) * whole - margin,
    y: ((pointer.y - box.top) / box.height) * whole - margin,
  };
}

/** Where a share of the picture is on that box, in percent of it. */
export const boxPercent = (share: number, margin: number): number => ((share + margin) / (1 + 2 * margin)) * 100;

/** Whether two sets of points mean the same place in the picture. */
export const samePoints = (a: readonly CalibrationPoint[], b: readonly CalibrationPoint[]): boolean =>
  a.length === b.length &&
  a.every(({ picture }, index) => picture.x === b[index]!.picture.x && picture.y === b[index]!.picture.y);
