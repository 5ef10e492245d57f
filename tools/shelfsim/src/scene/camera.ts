/** Where a camera stands and looks. Millimetres from the middle of the fixture's front; x right, y down, z towards the camera. */
export interface CameraPose {
  /** Distance from the fixture's front. */
  distanceMm: number;
  /** Sideways and upwards of the middle; looking at the middle. */
  rightMm: number;
  aboveMm: number;
  /** Tilt of the picture, radians. */
  roll: number;
  /** Share of the picture that the fixture fills, 0..1. */
  fill: number;
  /** Shift of the picture, fractions of its size: a camera that does not look quite at the middle. */
  shiftX: number;
  shiftY: number;
}

export interface PictureSize {
  width: number;
  height: number;
}

export interface PixelPoint {
  x: number;
  y: number;
}

/** Millimetres in the fixture's frame → pixels. */
export type Projection = (x: number, y: number, z: number) => PixelPoint;

type Vector = readonly [number, number, number];

const unit = ([x, y, z]: Vector): Vector => {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * A pinhole camera whose focal length makes the fixture just fit into the picture.
 *
 * @param front size of the fixture's front in millimetres
 */
export function cameraProjection(
  pose: CameraPose,
  front: { width: number; height: number },
  picture: PictureSize,
): Projection {
  const eye: Vector = [pose.rightMm, -pose.aboveMm, pose.distanceMm];
  const forward = unit([-eye[0], -eye[1], -eye[2]]);
  const level = unit(cross(forward, [0, 1, 0]));
  const down = cross(level, forward);
  const [cos, sin] = [Math.cos(pose.roll), Math.sin(pose.roll)];

  const onPlane = (x: number, y: number, z: number): PixelPoint => {
    const ray: Vector = [x - eye[0], y - eye[1], z - eye[2]];
    const depth = dot(ray, forward);
    const [u, v] = [dot(ray, level) / depth, dot(ray, down) / depth];
    return { x: cos * u - sin * v, y: sin * u + cos * v };
  };

  const corners = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sy) => onPlane((sx * front.width) / 2, (sy * front.height) / 2, 0)),
  );
  const [left, right] = [Math.min(...corners.map((c) => c.x)), Math.max(...corners.map((c) => c.x))];
  const [top, bottom] = [Math.min(...corners.map((c) => c.y)), Math.max(...corners.map((c) => c.y))];
  const focal = pose.fill * Math.min(picture.width / (right - left), picture.height / (bottom - top));
  const centreX = picture.width * (0.5 + pose.shiftX) - (focal * (left + right)) / 2;
  const centreY = picture.height * (0.5 + pose.shiftY) - (focal * (top + bottom)) / 2;

  return (x, y, z) => {
    const point = onPlane(x, y, z);
    return { x: centreX + focal * point.x, y: centreY + focal * point.y };
  };
}
