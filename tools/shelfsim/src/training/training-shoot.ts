import { PRODUCTS } from '../catalogue/catalogue.js';
import type { Product } from '../catalogue/product.js';
import { random } from '../chance/random.js';
import { DrawnPackageArtist, type PackageArtist } from '../packaging/package-artist.js';
import { SpriteCache } from '../packaging/sprite-cache.js';
import type { PictureSize } from '../scene/camera.js';
import { SceneRenderer } from '../scene/scene-renderer.js';
import { inAdvance } from './in-advance.js';
import { LabelQuota } from './label-quota.js';
import { composeTrainingScene, type LabelledFacing } from './training-scene.js';

export interface TrainingShootOptions {
  /** Labelled facings of each product. */
  perClass: number;
  seed: string | number;
  /** Labelled facings of `empty` and of `occluded`, as a multiple of `perClass`; they vary more than a product. Default 4. */
  specialFactor?: number;
  picture?: PictureSize;
  /** Defaults to the built-in catalogue and its drawings. */
  products?: readonly Product[];
  artist?: PackageArtist;
}

/** A picture of a shelf and what is seen in its facings. */
export interface TrainingPicture extends PictureSize {
  jpeg: Buffer;
  /** Facings that may be learnt from; others, for instance half hidden ones, are left out. */
  facings: readonly LabelledFacing[];
}

export const FULL_HD: PictureSize = { width: 1920, height: 1080 };

/**
 * Pictures of shelves for training: every product, `empty` and `occluded` equally often, with varied place, light,
 * depth, pose of the camera and quality of the picture. Ends when every label has its number.
 */
export async function* trainingShoot(options: TrainingShootOptions): AsyncGenerator<TrainingPicture> {
  const {
    perClass,
    seed,
    specialFactor = 4,
    picture = FULL_HD,
    products = PRODUCTS,
    artist = new DrawnPackageArtist(),
  } = options;
  const sizes = new Map(products.map((product) => [product.gtin as string, product.sizeMm]));
  const renderer = new SceneRenderer(picture, new SpriteCache(artist), (gtin) => {
    const size = sizes.get(gtin);
    if (size === undefined) throw new RangeError(`No product ${gtin} in this shoot`);
    return size;
  });
  const quota = new LabelQuota(
    products.map((product) => product.gtin),
    perClass,
    Math.round(perClass * specialFactor),
  );

  function* shots(): Generator<Promise<TrainingPicture>> {
    for (let index = 0; !quota.isFilled(); index += 1) {
      const chance = random(seed, 'training', index);
      const { scene, facings } = composeTrainingScene({ index, seed, chance, products, picture, quota });
      const accepted = facings.filter(({ label }) => quota.take(label));
      yield renderer.render(scene).then((jpeg) => ({ jpeg, ...picture, facings: accepted }));
    }
  }
  yield* inAdvance(shots(), 2);
}
