import { demonstrationGtin } from '../catalogue/gtin.js';
import type { Product } from '../catalogue/product.js';
import { random } from '../chance/random.js';
import type { PackageArtist } from '../packaging/package-artist.js';
import { PhotoArtist } from './photo-artist.js';
import { type PhotoClass, readPhotoData } from './photo-data.js';

/** Products that are photographs: one product for each class of a data set. */
export interface PhotoWorld {
  products: readonly Product[];
  artist: PackageArtist;
}

/** Above every number of the drawn catalogue. */
const FIRST_NUMBER = 900_000_000;
const SIZE_MM = { width: 104, height: 136, depth: 100 };

/**
 * @param use `training` shows the photographs of `train.txt`; `shelf` those of `val.txt` and `test.txt`, never seen in training
 * @param photosPerClass most photographs of one class to be kept in memory
 */
export async function openPhotoWorld(
  folder: string,
  use: 'training' | 'shelf',
  photosPerClass = 24,
): Promise<PhotoWorld> {
  const photosOf = ({ photos }: PhotoClass): readonly string[] =>
    use === 'training' ? photos.train : [...photos.val, ...photos.test];
  // A class without a photograph for one of the uses would be a product that is never seen.
  const classes = (await readPhotoData(folder)).filter(
    ({ photos }) => photos.train.length > 0 && photos.val.length + photos.test.length > 0,
  );
  const chosen = new Map(
    classes.map((entry) => [
      gtinOf(entry),
      random('photos', use, entry.id).shuffled(photosOf(entry)).slice(0, photosPerClass),
    ]),
  );
  return { products: classes.map(toProduct), artist: await PhotoArtist.load(chosen) };
}

const gtinOf = ({ id }: PhotoClass): Product['gtin'] => demonstrationGtin(FIRST_NUMBER + id);

function toProduct(entry: PhotoClass): Product {
  const chance = random('photo product', entry.id);
  return {
    gtin: gtinOf(entry),
    name: entry.name,
    brand: '',
    flavour: entry.name,
    contents: '1 piece',
    category: entry.category,
    form: 'box',
    sizeMm: SIZE_MM,
    priceCents: chance.whole(5, 40) * 10 + 9,
    casePack: chance.pick([6, 8, 12]),
    supplierId: chance.pick(['daybreak', 'larder', 'riverside']),
    leadTimeDays: chance.whole(1, 4),
  };
}
