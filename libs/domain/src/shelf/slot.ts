import type { Gtin } from '../identifiers/gtin.js';

/** A place on a shelf that the planogram gives to one product. */
export interface Slot {
  slotId: string;
  storeId: string;
  fixtureId: string;
  /** Shelf of the fixture, 1 = top. */
  shelf: number;
  /** Place on the shelf from the left, 1-based. */
  position: number;
  gtin: Gtin;
  /** How many items stand side by side when the slot is full, ≥ 1. */
  facings: number;
  /** How many items the slot holds when full, all rows in depth. */
  capacity: number;
  /** The slot is low when at most this many facings, and at least one, still show the product; 0 = never low. */
  lowFacings: number;
}

/** Half of the facings, rounded down: a slot with one facing is never low, only empty. */
export const defaultLowFacings = (facings: number): number => Math.floor(facings / 2);
