import sharp from 'sharp';

const SHAPES = [
  '<rect x="20" y="40" width="60" height="60"/>',
  '<circle cx="50" cy="70" r="34"/>',
  '<path d="M50 30 L88 104 L12 104 Z"/>',
  '<path d="M20 40 h60 v18 h-60 z M20 74 h60 v18 h-60 z"/>',
  '<ellipse cx="50" cy="70" rx="40" ry="16"/>',
];

/**
 * A package as a camera might see it: its colours and shape follow from its product, place, light and size from the picture's own number.
 *
 * @param product from 0; up to 40 that differ
 */
export async function drawPackage(product: number, picture: number): Promise<Buffer> {
  let state = (product * 1_000 + picture) * 7_919 + 13;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  next();
  const hue = (product * 137) % 360;
  const shape = SHAPES[product % SHAPES.length]!;
  const light = 38 + Math.round(next() * 18);
  const [dx, dy, scale] = [next() * 10 - 5, next() * 10 - 5, 0.9 + next() * 0.2];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 140" width="120" height="168">
    <rect width="100" height="140" fill="#777"/>
    <g transform="translate(${dx} ${dy}) scale(${scale})">
      <rect x="4" y="4" width="92" height="132" fill="hsl(${hue} 70% ${light}%)"/>
      <g fill="hsl(${(hue + 150) % 360} 80% ${light + 20}%)">${shape}</g>
      <rect x="14" y="12" width="${30 + ((product * 17) % 42)}" height="12" fill="#fff"/>
    </g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
