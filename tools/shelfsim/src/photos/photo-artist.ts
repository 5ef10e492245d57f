import { readFile } from 'node:fs/promises';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { PackageArtist } from '../packaging/package-artist.js';
import { PhotoDataError } from './photo-data.errors.js';

/** A little larger than pictures show a facing. */
const WIDTH_PX = 160;
const HEIGHT_PX = 208;
const CORNER_PX = 8;

/** Shows photographs as the fronts of packages: each appearance of a product is another photograph of its class. */
export class PhotoArtist implements PackageArtist {
  readonly #photos: ReadonlyMap<string, readonly Canvas[]>;

  private constructor(photos: ReadonlyMap<string, readonly Canvas[]>) {
    this.#photos = photos;
  }

  /** @param files photographs of each product, by GTIN; products without any are refused */
  static async load(files: ReadonlyMap<string, readonly string[]>): Promise<PhotoArtist> {
    const photos = new Map<string, Canvas[]>();
    for (const [gtin, paths] of files) photos.set(gtin, await Promise.all(paths.map(asFront)));
    return new PhotoArtist(photos);
  }

  paint(gtin: string, appearance: number): Canvas {
    const photos = this.#of(gtin);
    return photos[appearance % photos.length] as Canvas;
  }

  appearances(gtin: string): number {
    return this.#of(gtin).length;
  }

  sideColour(): undefined {
    return undefined;
  }

  #of(gtin: string): readonly Canvas[] {
    const photos = this.#photos.get(gtin);
    if (photos === undefined || photos.length === 0) throw new RangeError(`There is no photograph of ${gtin}`);
    return photos;
  }
}

/** Cuts the middle out of a photograph, in the proportions of a facing. */
async function asFront(file: string): Promise<Canvas> {
  let image: Awaited<ReturnType<typeof loadImage>>;
  try {
    image = await loadImage(await readFile(file));
  } catch (cause) {
    throw new PhotoDataError(file, undefined, 'is no readable picture', { cause });
  }
  const canvas = createCanvas(WIDTH_PX, HEIGHT_PX);
  const ctx = canvas.getContext('2d');
  ctx.beginPath();
  ctx.roundRect(0, 0, WIDTH_PX, HEIGHT_PX, CORNER_PX);
  ctx.clip();
  ctx.imageSmoothingQuality = 'high';
  const scale = Math.max(WIDTH_PX / image.width, HEIGHT_PX / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  ctx.drawImage(image, (WIDTH_PX - width) / 2, (HEIGHT_PX - height) / 2, width, height);
  return canvas;
}
