import { FRUIT_MOTIFS } from './fruit-motifs.js';
import type { Motif } from './motif.js';
import { PLANT_MOTIFS } from './plant-motifs.js';
import { SAVOURY_MOTIFS } from './savoury-motifs.js';
import { SIGN_MOTIFS } from './sign-motifs.js';

const MOTIFS: Readonly<Record<string, Motif>> = {
  ...FRUIT_MOTIFS,
  ...PLANT_MOTIFS,
  ...SAVOURY_MOTIFS,
  ...SIGN_MOTIFS,
};

export function motifOf(name: string): Motif {
  const motif = MOTIFS[name];
  if (motif === undefined) throw new RangeError(`There is no motif "${name}"`);
  return motif;
}
