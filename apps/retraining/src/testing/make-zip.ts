import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** A ZIP of files by their paths. */
export async function makeZip(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}

/** A picture of coloured blocks; other seeds make others that are not alike. */
export function blockPicture(seed: number, side = 64): Promise<Buffer> {
  const blocks = 8;
  let state = seed * 7_919 + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const colours = Array.from({ length: blocks * blocks * 3 }, () => Math.floor(next() * 256));
  return sharp(Buffer.from(colours), { raw: { width: blocks, height: blocks, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
