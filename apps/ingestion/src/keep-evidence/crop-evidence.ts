import { evidenceBox, type Quad } from '@shelfwatch/domain';
import sharp from 'sharp';

/** Small regions are enlarged so that a person sees something on the dashboard. */
const MIN_WIDTH_PX = 240;

/** Cuts a slot out of the original picture, at full resolution, as a JPEG. */
export async function cropEvidence(
  bytes: Buffer,
  quads: readonly Quad[],
  size: { width: number; height: number },
): Promise<Buffer> {
  const box = evidenceBox(quads, size.width, size.height);
  return sharp(bytes)
    .extract(box)
    .resize({ width: Math.max(box.width, MIN_WIDTH_PX), kernel: 'cubic' })
    .jpeg({ quality: 85 })
    .toBuffer();
}
