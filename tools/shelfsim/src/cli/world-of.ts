import { PRODUCTS } from '../catalogue/catalogue.js';
import type { Product } from '../catalogue/product.js';
import { DrawnPackageArtist, type PackageArtist } from '../packaging/package-artist.js';
import { openPhotoWorld } from '../photos/photo-world.js';
import type { CliOptions } from './cli-options.js';

/** Products and their looks, as `--world` and `--data` want them. */
export async function worldOf(
  { world, data }: CliOptions,
  use: 'training' | 'shelf',
): Promise<{ products: readonly Product[]; artist: PackageArtist }> {
  if (world === 'photos' && data !== undefined) return openPhotoWorld(data, use);
  return { products: PRODUCTS, artist: new DrawnPackageArtist() };
}
