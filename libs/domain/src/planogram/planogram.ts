import type { Gtin } from '../identifiers/gtin.js';

/** A product as a planogram names it. What is left out is known elsewhere, or not at all. */
export interface PlanogramProduct {
  gtin: Gtin;
  name?: string;
  brand?: string;
  category?: string;
  /** Of one item as it stands on the shelf, in millimetres. */
  widthMm?: number;
  heightMm?: number;
  depthMm?: number;
  priceCents?: number;
  /** Items in one case, ≥ 1. */
  casePack?: number;
  supplierId?: string;
}

/** A shelf of a fixture. */
export interface PlanogramShelf {
  /** 1 = top. */
  shelf: number;
  /** Where products stand: above the fixture's lower edge, in millimetres. */
  bottomMm: number;
  /** From there to what limits it above, in millimetres. */
  heightMm: number;
}

export type FixtureShelf = PlanogramShelf & { fixtureId: string };

/** A bay: the unit that one camera is aimed at and that a planogram fills. */
export interface PlanogramFixture {
  fixtureId: string;
  name: string;
  aisle: string;
  /** Of the front, in millimetres. */
  widthMm?: number;
  heightMm?: number;
  /** Top first; empty when the file says nothing about their heights. */
  shelves: readonly PlanogramShelf[];
}

/** A place on a shelf, and the product that belongs there. */
export interface PlanogramPosition {
  /** Left out by files from elsewhere: then the place keeps the identity of the slot that it continues. */
  slotId?: string;
  fixtureId: string;
  /** 1 = top. */
  shelf: number;
  /** From the left, 1-based. */
  position: number;
  gtin: Gtin;
  /** Items side by side, 1..50. */
  facings: number;
  /** Items when full, ≥ facings. */
  capacity: number;
  /** The slot is low when at most this many facings still show the product; less than `facings`, 0 = never. */
  lowFacings: number;
  /** Left edge, from the fixture's left edge, in millimetres. */
  leftMm?: number;
  widthMm?: number;
  /** Lower edge, above the fixture's lower edge, in millimetres; left out: on the shelf. */
  bottomMm?: number;
  /** Of the products as they are stacked, in millimetres. */
  heightMm?: number;
}

/** Which product belongs where on some fixtures of a store. */
export interface Planogram {
  name: string;
  products: readonly PlanogramProduct[];
  fixtures: readonly PlanogramFixture[];
  positions: readonly PlanogramPosition[];
}

/** A planogram whose places all have their identity. */
export interface PlacedPlanogram extends Planogram {
  positions: readonly PlacedPosition[];
}
export type PlacedPosition = PlanogramPosition & { slotId: string };
