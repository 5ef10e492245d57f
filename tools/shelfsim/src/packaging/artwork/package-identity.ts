import type { BrandStyle } from '../../catalogue/brand-style.js';
import type { Flavour } from '../../catalogue/flavours.js';

/** Everything printed on a package. */
export interface PackageIdentity {
  brand: string;
  style: BrandStyle;
  flavour: Flavour;
  /** Place of the flavour within the brand; chooses the ornament. */
  variant: number;
  contents: string;
}

/** Size of the printed area, in the units of the present transform. */
export interface Area {
  width: number;
  height: number;
}
