import type { PackageIdentity } from '../artwork/package-identity.js';
import type { Pen } from '../pen.js';

/** What a form draws with. The origin is the top left corner of the package's bounding box. */
export interface FormContext {
  pen: Pen;
  width: number;
  height: number;
  identity: PackageIdentity;
  /** Prints the artwork into a rectangle; what lies outside the present clip is lost. */
  print(x: number, y: number, width: number, height: number): void;
}

export interface Form {
  draw(context: FormContext): void;
  /** Whether sides are flat, so that they are seen from an angle. */
  flatSides: boolean;
  /** Whether the package can stand turned about its axis, so that the artwork moves sideways. */
  round: boolean;
}
