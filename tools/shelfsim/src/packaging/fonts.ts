import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** Package name and weight of each face. System fonts are never used: a picture is the same on every machine. */
const FACES: readonly (readonly [family: string, weight: number])[] = [
  ['Abril Fatface', 400],
  ['Alfa Slab One', 400],
  ['Anton', 400],
  ['Archivo Black', 400],
  ['Bangers', 400],
  ['Barlow Condensed', 700],
  ['Bungee', 400],
  ['Cinzel', 700],
  ['Courgette', 400],
  ['Fredoka', 600],
  ['Lobster', 400],
  ['Pacifico', 400],
  ['Righteous', 400],
  ['Titan One', 400],
  ['Yeseva One', 400],
];

/** The face of everything small: contents, price labels. */
export const SMALL_PRINT = 'Barlow Condensed';

const PREFIX = 'shelfsim';
let registered = false;

/** @returns a CSS font value, for instance `24px "shelfsim Anton"` */
export function face(family: string, px: number): string {
  registerFaces();
  return `${px.toFixed(1)}px "${PREFIX} ${family}"`;
}

function registerFaces(): void {
  if (registered) return;
  const { resolve } = createRequire(import.meta.url);
  for (const [family, weight] of FACES) {
    const name = family.toLowerCase().replaceAll(' ', '-');
    const file = resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
    // A name of our own, so that a face of the same name on the machine cannot take its place.
    if (GlobalFonts.register(readFileSync(file), `${PREFIX} ${family}`) === null)
      throw new Error(`The font file ${file} cannot be read; run npm install again`);
  }
  registered = true;
}
