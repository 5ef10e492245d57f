import { DrawnPackageArtist, openPhotoWorld, type PackageArtist, type Product, PRODUCTS } from '@shelfwatch/shelfsim';
import type { BenchOptions } from '../bench.js';

/** What stands on the shelves and how it looks. */
export interface BenchWorld {
  products: readonly Product[];
  artist: PackageArtist;
}

export async function benchWorld({ world, data }: BenchOptions): Promise<BenchWorld> {
  if (world === 'drawn') return { products: PRODUCTS, artist: new DrawnPackageArtist() };
  if (data === undefined)
    throw new Error('--world photos needs --data DIR: a folder with classes.csv, train.txt, val.txt and test.txt');
  return openPhotoWorld(data, 'shelf');
}
