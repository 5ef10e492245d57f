import type { Product } from '../catalogue/product.js';
import { random } from '../chance/random.js';
import {
  DEPTH_MM,
  type Fixture,
  type FixtureFinish,
  fixtureHeightMm,
  type PlacedSlot,
  UPRIGHT_MM,
} from '../scene/fixture.js';

/** Room between neighbouring packages. */
const GAP_MM = 5;
/** Room between neighbouring slots. */
const SLOT_GAP_MM = 4;
const MAX_FACINGS = 4;

const FINISHES: readonly FixtureFinish[] = [
  { metal: '#d9d7d2', back: '#cfccc4', rail: '#e9e7e2', label: '#fffdf5' },
  { metal: '#c9ccd1', back: '#b9bdc4', rail: '#3f4752', label: '#ffffff' },
  { metal: '#b5a58d', back: '#a08d72', rail: '#6b5942', label: '#fff9e6' },
  { metal: '#e6e4e0', back: '#dcd9d3', rail: '#b33a32', label: '#ffffff' },
  { metal: '#8f9499', back: '#7b8086', rail: '#c7ccd1', label: '#ffef9e' },
];

export interface FixturePlan {
  fixtureId: string;
  name: string;
  aisle: string;
  seed: string | number;
  products: readonly Product[];
  shelves: number;
  widthMm: number;
}

/**
 * Puts products side by side onto the shelves of one bay, in the order given, and widens slots until the shelves are full.
 *
 * @throws RangeError when the products do not fit with one facing each
 */
export function buildFixture(plan: FixturePlan): Fixture {
  const chance = random(plan.seed, 'fixture', plan.fixtureId);
  const inner = plan.widthMm - 2 * UPRIGHT_MM - 16;
  const perShelf = spread(plan.products, plan.shelves, inner);
  const slots = perShelf.flatMap((products, index) => placeShelf(plan.fixtureId, index + 1, products, inner, chance));
  return {
    fixtureId: plan.fixtureId,
    name: plan.name,
    aisle: plan.aisle,
    widthMm: plan.widthMm,
    heightMm: fixtureHeightMm(plan.shelves),
    shelves: plan.shelves,
    slots,
    finish: chance.pick(FINISHES),
  };
}

const pitchOf = (product: Product): number => product.sizeMm.width + GAP_MM;

/** Cuts the list into one run for each shelf, of about equal width. */
function spread(products: readonly Product[], shelves: number, innerMm: number): Product[][] {
  const runs: Product[][] = Array.from({ length: shelves }, () => []);
  const total = products.reduce((sum, product) => sum + pitchOf(product) + SLOT_GAP_MM, 0);
  let used = 0;
  for (const product of products) {
    const width = pitchOf(product) + SLOT_GAP_MM;
    const run = runs[Math.min(shelves - 1, Math.floor(((used + width / 2) / total) * shelves))];
    run?.push(product);
    used += width;
  }
  const widest = Math.max(...runs.map((run) => run.reduce((sum, p) => sum + pitchOf(p) + SLOT_GAP_MM, 0)));
  if (widest > innerMm)
    throw new RangeError(`${products.length} products do not fit onto ${shelves} shelves of ${Math.round(innerMm)} mm`);
  return runs;
}

function placeShelf(
  fixtureId: string,
  shelf: number,
  products: readonly Product[],
  innerMm: number,
  chance: ReturnType<typeof random>,
): PlacedSlot[] {
  const facings = products.map(() => 1);
  const widthOf = (): number =>
    products.reduce((sum, product, i) => sum + (facings[i] ?? 1) * pitchOf(product) + SLOT_GAP_MM, 0);
  let candidates = chance.shuffled(products.map((_, index) => index));
  while (candidates.length > 0) {
    const index = chance.pick(candidates);
    facings[index] = (facings[index] ?? 1) + 1;
    const fits = widthOf() <= innerMm;
    if (!fits) facings[index] = (facings[index] ?? 2) - 1;
    if (!fits || facings[index] === MAX_FACINGS) candidates = candidates.filter((other) => other !== index);
  }
  const slack = (innerMm - widthOf()) / Math.max(1, products.length);
  let left = -innerMm / 2 + slack / 2;
  return products.map((product, index) => {
    const count = facings[index] ?? 1;
    const slot: PlacedSlot = {
      slotId: `${fixtureId}-s${shelf}-p${String(index + 1).padStart(2, '0')}`,
      gtin: product.gtin,
      shelf,
      position: index + 1,
      facings: count,
      rows: Math.min(4, Math.max(2, Math.floor((DEPTH_MM - 20) / (product.sizeMm.depth + 4)))),
      leftMm: left,
      pitchMm: pitchOf(product),
      sizeMm: product.sizeMm,
      priceCents: product.priceCents,
    };
    left += count * slot.pitchMm + SLOT_GAP_MM + slack;
    return slot;
  });
}
