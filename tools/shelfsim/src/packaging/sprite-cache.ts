import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PackageArtist } from './package-artist.js';

/** Widths in pixels are rounded to this, so that a few sizes of each sprite serve all positions. */
const WIDTH_STEP_PX = 8;
/** Share of the light that reaches the rows, front to back. */
const ROW_LIGHT = [1, 0.8, 0.66, 0.56, 0.48, 0.42] as const;
const APPEARANCES = 3;

/** Packages at the sizes and darknesses in which pictures show them; drawn once, then kept. */
export class SpriteCache {
  readonly #artist: PackageArtist;
  readonly #sprites = new Map<string, Canvas>();

  constructor(artist: PackageArtist) {
    this.#artist = artist;
  }

  sideColour(gtin: string): string | undefined {
    return this.#artist.sideColour(gtin);
  }

  /**
   * @param widthPx width in the picture; the sprite is a little wider at most
   * @param row 0 = front; rows further back are darker
   */
  sprite(gtin: string, appearance: number, widthPx: number, row: number): Canvas {
    const width = Math.ceil(widthPx / WIDTH_STEP_PX) * WIDTH_STEP_PX;
    const look = appearance % APPEARANCES;
    const depth = Math.min(row, ROW_LIGHT.length - 1);
    const key = `${gtin}/${look}/${width}/${depth}`;
    let sprite = this.#sprites.get(key);
    if (sprite === undefined) {
      sprite = this.#scaled(this.#master(gtin, look), width, ROW_LIGHT[depth] ?? 1);
      this.#sprites.set(key, sprite);
    }
    return sprite;
  }

  #master(gtin: string, look: number): Canvas {
    const key = `${gtin}/${look}`;
    let master = this.#sprites.get(key);
    if (master === undefined) {
      master = this.#artist.paint(gtin, look);
      this.#sprites.set(key, master);
    }
    return master;
  }

  #scaled(master: Canvas, width: number, light: number): Canvas {
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
}
