import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { CatalogueEntry } from '../catalogue/catalogue.js';
import { FLAVOURS, type FlavourKey } from '../catalogue/flavours.js';
import { drawArtwork } from './artwork/draw-artwork.js';
import { FORMS } from './forms/forms.js';
import { penOn } from './pen.js';

/** Outlines are clipped without smoothing: drawing larger and scaling down smooths them. */
const OVERSAMPLING = 2;

/**
 * Draws the front of a package on a transparent ground; the canvas is its bounding box.
 *
 * @param pxPerMm scale
 * @param turn how far a round package is turned about its axis, -1..1; others ignore it
 */
export function drawPackage(entry: CatalogueEntry, pxPerMm: number, turn = 0): Canvas {
  const { product, style, variant } = entry;
  const [width, height] = [product.sizeMm.width * pxPerMm, product.sizeMm.height * pxPerMm];
  const canvas = createCanvas(Math.round(width) * OVERSAMPLING, Math.round(height) * OVERSAMPLING);
  const pen = penOn(canvas.getContext('2d'));
  pen.ctx.scale(OVERSAMPLING, OVERSAMPLING);
  const form = FORMS[product.form];
  const flavour = FLAVOURS[product.flavour as FlavourKey];
  const identity = { brand: product.brand, style, flavour, variant, contents: product.contents };
  form.draw({
    pen,
    width,
    height,
    identity,
    print(x, y, w, h) {
      const shift = form.round ? turn * w * 0.13 : 0;
      pen.ctx.save();
      pen.ctx.beginPath();
      pen.ctx.rect(x, y, w, h);
      pen.ctx.clip();
      if (shift !== 0) pen.block(x, y, w, h, style.base);
      pen.at(x + shift, y, 1, 0, () => drawArtwork(pen, identity, { width: w, height: h }));
      pen.ctx.restore();
    },
  });
  return scaledDown(canvas);
}

function scaledDown(large: Canvas): Canvas {
  const canvas = createCanvas(large.width / OVERSAMPLING, large.height / OVERSAMPLING);
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(large, 0, 0, canvas.width, canvas.height);
  return canvas;
}
