import { face } from '../fonts.js';
import type { Pen } from '../pen.js';

interface Line {
  x: number;
  y: number;
  maxWidth: number;
  maxPx: number;
  family: string;
  colour: string;
  align?: 'left' | 'center' | 'right';
  /** Outline behind the letters. */
  outline?: string;
}

/** Writes one line around its vertical middle, as large as the limits allow. @returns the width used */
export function letter(pen: Pen, text: string, line: Line): number {
  const { ctx } = pen;
  ctx.font = face(line.family, line.maxPx);
  const natural = ctx.measureText(text).width;
  const px = Math.min(line.maxPx, (line.maxPx * line.maxWidth) / natural);
  ctx.font = face(line.family, px);
  ctx.textAlign = line.align ?? 'center';
  ctx.textBaseline = 'alphabetic';
  const baseline = line.y + px * 0.35;
  if (line.outline !== undefined) {
    ctx.lineJoin = 'round';
    ctx.strokeStyle = line.outline;
    ctx.lineWidth = px * 0.18;
    ctx.strokeText(text, line.x, baseline);
  }
  ctx.fillStyle = line.colour;
  ctx.fillText(text, line.x, baseline);
  return (natural * px) / line.maxPx;
}
