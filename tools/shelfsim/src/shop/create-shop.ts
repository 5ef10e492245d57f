import { gs1CheckDigit } from '@shelfwatch/domain';
import { PRODUCTS } from '../catalogue/catalogue.js';
import type { Product } from '../catalogue/product.js';
import { SUPPLIERS } from '../catalogue/suppliers.js';
import { random } from '../chance/random.js';
import { drawLight, drawPose, drawSensor } from '../scene/draw-lots.js';
import type { Fixture } from '../scene/fixture.js';
import { buildFixture } from './build-fixture.js';
import { chooseProducts } from './choose-products.js';
import { type LayoutInput, layoutSchema } from './layout.js';
import type { Shop, ShopCamera } from './shop.js';
import { drawStock } from './stock-record.js';

const FIXTURE_WIDTH_MM = 2010;
const LETTERS = 'ABCDEFGHIJKLMNOPQRST';

/**
 * Builds a shop: products on fixtures, a camera opposite to each, stock behind them. The same seed and layout give the same shop.
 *
 * @param products defaults to the built-in catalogue
 */
export function createShop(
  seed: string | number,
  layout: LayoutInput = {},
  products: readonly Product[] = PRODUCTS,
): Shop {
  const { fixtures: count, slotsPerFixture, shelves, picture } = layoutSchema.parse(layout);
  const chosen = chooseProducts(products, Math.min(count * slotsPerFixture, products.length), random(seed, 'range'));
  const perFixture = Math.ceil(chosen.length / count);
  const fixtures = Array.from({ length: count }, (_, index) =>
    buildFixture({
      fixtureId: `bay-${LETTERS[index]?.toLowerCase()}`,
      name: `Bay ${LETTERS[index]}`,
      aisle: `Aisle ${Math.floor(index / 2) + 1}`,
      seed,
      products: chosen.slice(index * perFixture, (index + 1) * perFixture),
      shelves,
      widthMm: FIXTURE_WIDTH_MM,
    }),
  );
  const body = `952${String(random(seed, 'gln').whole(0, 999_999_999)).padStart(9, '0')}`;
  return {
    storeId: 'demo-store',
    name: 'Corner Market',
    gln: `${body}${gs1CheckDigit(body)}`,
    picture,
    products,
    suppliers: SUPPLIERS,
    fixtures,
    cameras: fixtures.map((fixture, index) => mountCamera(seed, fixture, index)),
    stock: fixtures.flatMap((fixture) => stockOf(seed, fixture, products)),
  };
}

function mountCamera(seed: string | number, fixture: Fixture, index: number): ShopCamera {
  const chance = random(seed, 'camera', index);
  return {
    cameraId: `cam-${String(index + 1).padStart(2, '0')}`,
    name: `Camera ${index + 1}, ${fixture.name}`,
    fixtureId: fixture.fixtureId,
    pose: drawPose(chance),
    light: drawLight(chance),
    sensor: drawSensor(chance),
  };
}

function stockOf(seed: string | number, fixture: Fixture, products: readonly Product[]): Shop['stock'] {
  return fixture.slots.map((slot) => {
    const product = products.find((candidate) => candidate.gtin === slot.gtin);
    if (product === undefined) throw new RangeError(`Slot ${slot.slotId} holds an unknown product ${slot.gtin}`);
    return drawStock(random(seed, 'stock', slot.gtin), product, slot.facings * slot.rows);
  });
}
