import type { Quad } from '@shelfwatch/domain';
import type { Product } from '../catalogue/product.js';
import type { Random } from '../chance/random.js';
import { cameraProjection, type PictureSize } from '../scene/camera.js';
import { drawItem, drawLight, drawOccluderLot, drawPose, drawSensor } from '../scene/draw-lots.js';
import { facingQuad } from '../scene/facing-quad.js';
import type { PlacedSlot } from '../scene/fixture.js';
import { hiddenShare, type Occluder } from '../scene/occluder.js';
import type { Scene } from '../scene/scene-renderer.js';
import type { Item } from '../scene/shelf-contents.js';
import { buildFixture } from '../shop/build-fixture.js';
import { fits } from '../shop/fits.js';
import { EMPTY, type LabelQuota, OCCLUDED } from './label-quota.js';

export interface LabelledFacing {
  quad: Quad;
  /** A GTIN of 14 digits, `empty` or `occluded`. */
  label: string;
}

export interface TrainingSceneContext {
  index: number;
  seed: string | number;
  chance: Random;
  products: readonly Product[];
  picture: PictureSize;
  quota: LabelQuota;
}

/** A little more variety than in the simulated shop, so that the shop lies well inside of what was learnt. */
const WIDER = 1.2;
const PRODUCTS_PER_PICTURE = 46;
const SHELVES = 5;
const FIXTURE_WIDTH_MM = 2010;
/** A facing hidden less than this counts as seen, one hidden by half as occluded; what lies between teaches nothing. */
const STILL_SEEN = 0.2;
const HIDDEN = 0.5;

/** Pictures with half of the lamps off, and with a lens that is not quite in focus: still good enough to be read. */
const DIM_SHARE = 0.08;
const SOFT_SHARE = 0.08;

/** Lays out one picture: products still wanted, at random places, some sold out, some hidden, some in a wrong place. */
export function composeTrainingScene(context: TrainingSceneContext): { scene: Scene; facings: LabelledFacing[] } {
  const { chance, picture, seed, index } = context;
  const fixture = buildFixture({
    fixtureId: `shoot-${index}`,
    name: '',
    aisle: '',
    seed,
    products: wanted(context),
    shelves: SHELVES,
    widthMm: FIXTURE_WIDTH_MM,
  });
  const pose = drawPose(chance, WIDER);
  const project = cameraProjection(pose, { width: fixture.widthMm, height: fixture.heightMm }, picture);
  const occluders: Occluder[] = chance.chance(0.45)
    ? Array.from({ length: chance.whole(1, 2) }, () => drawOccluderLot(chance, chance.next()))
    : [];

  const contents = new Map<string, Item[][]>();
  const facings: LabelledFacing[] = [];
  for (const slot of fixture.slots) {
    const items = stock(slot, context);
    contents.set(slot.slotId, items);
    items.forEach((column, facing) => {
      const quad = facingQuad(fixture, slot, facing, project, picture);
      const hidden = hiddenShare(quad, occluders, picture);
      if (hidden > STILL_SEEN && hidden < HIDDEN) return;
      facings.push({ quad, label: hidden >= HIDDEN ? OCCLUDED : (column[0]?.gtin ?? EMPTY) });
    });
  }
  const light = drawLight(chance, WIDER);
  const scene = {
    fixture,
    pose,
    contents,
    occluders,
    light: chance.chance(DIM_SHARE) ? { ...light, exposure: light.exposure * chance.between(0.5, 0.8) } : light,
    ...(chance.chance(SOFT_SHARE) ? { blurPx: chance.between(1.8, 2.6) } : {}),
    sensor: drawSensor(chance, WIDER),
    noiseSeed: `${seed}/${index}`,
  };
  return { scene, facings: chance.shuffled(facings) };
}

/** The products of which most pictures are missing, in random order; at the end of a shoot, others fill the shelves up. */
function wanted({ chance, products, quota }: TrainingSceneContext): Product[] {
  return chance
    .shuffled(products)
    .sort((a, b) => quota.left(b.gtin) - quota.left(a.gtin))
    .slice(0, PRODUCTS_PER_PICTURE)
    .map((product) => ({ product, order: chance.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ product }) => product);
}

/** How each facing of a slot happens to be filled; the first item of a column is the one in front. */
function stock(slot: PlacedSlot, { chance, products }: TrainingSceneContext): Item[][] {
  const soldOut = chance.chance(0.05);
  return Array.from({ length: slot.facings }, () => {
    if (soldOut || chance.chance(0.05)) return [];
    const foreign = chance.chance(0.06) ? chance.pick(products.filter((product) => fits(product, slot))) : undefined;
    const gtin = foreign?.gtin ?? slot.gtin;
    const front = chance.chance(0.62) ? 0 : chance.whole(0, slot.rows - 1);
    const last = chance.whole(front, slot.rows - 1);
    return Array.from({ length: last - front + 1 }, (_, at) =>
      drawItem(chance, at === 0 ? gtin : slot.gtin, front + at),
    );
  });
}
