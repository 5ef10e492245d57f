import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { CATALOGUE, type CatalogueEntry } from '../catalogue/catalogue.js';
import { drawPackage } from './draw-package.js';
import { FORMS } from './forms/forms.js';

/** Draws one product. The simulator's two worlds, drawn packages and photographs, differ in this only. */
export interface PackageArtist {
  /**
   * The front of a package, as large as it will be needed, on a transparent ground.
   *
   * @param appearance 0 ≤ appearance < {@link appearances}: how this very item happens to stand
   */
  paint(gtin: string, appearance: number): Canvas;
  /** How many different appearances a product has, ≥ 1. */
  appearances(gtin: string): number;
  /** Colour of the visible side of a package with flat sides, `undefined` for one that shows none. */
  sideColour(gtin: string): string | undefined;
}

/** Scale of the drawings; pictures show packages smaller than this. */
const PX_PER_MM = 2;
const TURNS = [0, -1, 1] as const;

/** Draws the packages of the built-in catalogue. */
export class DrawnPackageArtist implements PackageArtist {
  readonly #entries: ReadonlyMap<string, CatalogueEntry> = new Map(
    CATALOGUE.map((entry) => [entry.product.gtin, entry]),
  );

  paint(gtin: string, appearance: number): Canvas {
    const entry = this.#entry(gtin);
    return drawPackage(entry, PX_PER_MM, TURNS[appearance] ?? 0);
  }

  appearances(gtin: string): number {
    return FORMS[this.#entry(gtin).product.form].round ? TURNS.length : 1;
  }

  sideColour(gtin: string): string | undefined {
    const { product, style } = this.#entry(gtin);
    return FORMS[product.form].flatSides ? style.base : undefined;
  }

  #entry(gtin: string): CatalogueEntry {
    const entry = this.#entries.get(gtin);
    if (entry === undefined) throw new RangeError(`The catalogue has no product ${gtin}`);
    return entry;
  }
}

/** A PNG-ready copy of a package on a plain ground, for a product's page. */
export function packageOnGround(sprite: Canvas, ground: string): Canvas {
  const canvas = createCanvas(sprite.width + 24, sprite.height + 24);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(sprite, 12, 12);
  return canvas;
}
