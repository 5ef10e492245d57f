import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PackageArtist } from './package-artist.js';

/** Widths in pixels are rounded to this, so that a few sizes of each sprite serve all positions. */
const WIDTH_STEP_PX = 8;
/** Depths are rounded to this many steps of darkness. */
const DEPTH_STEPS = 6;
/** Share of the light that is lost at the very back. */
const LOST_AT_THE_BACK = 0.58;
/** About 70 kB each. */
const MAX_SPRITES = 6_000;

/** Packages at the sizes and darknesses in which pictures show them; drawn once, then kept. */
export class SpriteCache {
  readonly #artist: PackageArtist;
  readonly #masters = new Map<string, Canvas>();
  readonly #sprites = new Map<string, Canvas>();

  constructor(artist: PackageArtist) {
    this.#artist = artist;
  }

  sideColour(gtin: string): string | undefined {
    return this.#artist.sideColour(gtin);
  }

  /**
   * @param appearance any whole number ≥ 0; equal numbers look equal
   * @param widthPx width in the picture; the sprite is a little wider at most
   * @param depth 0 = front of the shelf, 1 = back; packages further back are darker
   */
  sprite(gtin: string, appearance: number, widthPx: number, depth: number): Canvas {
    const width = Math.ceil(widthPx / WIDTH_STEP_PX) * WIDTH_STEP_PX;
    const step = Math.round(Math.min(1, depth) * DEPTH_STEPS);
    const look = appearance % this.#artist.appearances(gtin);
    const key = `${gtin}/${look}/${width}/${step}`;
    let sprite = this.#sprites.get(key);
    if (sprite === undefined) {
      if (this.#sprites.size >= MAX_SPRITES) this.#sprites.clear();
      sprite = scaled(this.#master(gtin, look), width, 1 - (LOST_AT_THE_BACK * step) / DEPTH_STEPS);
      this.#sprites.set(key, sprite);
    }
    return sprite;
  }

  #master(gtin: string, look: number): Canvas {
    const key = `${gtin}/${look}`;
    let master = this.#masters.get(key);
    if (master === undefined) {
      master = this.#artist.paint(gtin, look);
      this.#masters.set(key, master);
    }
    return master;
  }
}

function scaled(master: Canvas, width: number, light: number): Canvas {
  const canvas = createCanvas(width, Math.round((master.height * width) / master.width));
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(master, 0, 0, canvas.width, canvas.height);
  if (light < 1) {
    ctx.globalCompositeOperation = 'source-atop';
    ctx.fillStyle = `rgba(12,10,14,${1 - light})`;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
