import type { SizeMm } from '../catalogue/product.js';

/** A place on a shelf for one product, as built: positions in millimetres in the fixture's frame. */
export interface PlacedSlot {
  slotId: string;
  gtin: string;
  /** 1 = top. */
  shelf: number;
  /** From the left, 1-based. */
  position: number;
  facings: number;
  /** Rows in depth when full. */
  rows: number;
  /** Left edge of the first facing. */
  leftMm: number;
  /** Width of one facing, gap included. */
  pitchMm: number;
  /** Size of the planned product. */
  sizeMm: SizeMm;
  priceCents: number;
}

/** One bay of shelves. The frame's origin is the middle of its front; y grows downwards. */
export interface Fixture {
  fixtureId: string;
  name: string;
  aisle: string;
  widthMm: number;
  heightMm: number;
  shelves: number;
  slots: readonly PlacedSlot[];
  /** Colours of this bay. */
  finish: FixtureFinish;
}

export interface FixtureFinish {
  metal: string;
  back: string;
  rail: string;
  label: string;
}

export const SHELF_PITCH_MM = 216;
export const BOARD_MM = 18;
export const RAIL_MM = 27;
export const DEPTH_MM = 250;
export const UPRIGHT_MM = 26;
/** From the fixture's top to the top of the first shelf's space. */
export const HEADER_MM = 22;
/** How far the front row stands behind the rail. */
export const SETBACK_MM = 8;

export const fixtureHeightMm = (shelves: number): number => HEADER_MM + shelves * SHELF_PITCH_MM + 14;

/** Height at which items of a shelf stand. @param shelf 1 = top */
export const boardTopMm = (fixture: Pick<Fixture, 'heightMm'>, shelf: number): number =>
  -fixture.heightMm / 2 + HEADER_MM + shelf * SHELF_PITCH_MM - RAIL_MM;
