import type { Pen } from '../pen.js';

/** A picture on a package, drawn within the square from -1 to 1, upright, y downwards. */
export type Motif = (pen: Pen) => void;

export const LEAF = '#4c9a3a';
export const DARK_LEAF = '#2f6b2a';
export const STALK = '#6b4a2b';
