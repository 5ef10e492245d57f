import { shopDefinition } from '@shelfwatch/contracts';
import { PRODUCTS } from '../catalogue/catalogue.js';
import { createShop } from './create-shop.js';
import { WHOLE_RANGE } from './layout.js';
import { toShopDefinition } from './shop-definition.js';
import { viewOf } from './view-of.js';

const opensAt = new Date('2025-03-03T08:00:00Z');

describe('createShop', () => {
  it('When a shop is built twice from one seed, then both are the same; another seed gives another shop', () => {
    expect(createShop(5)).toEqual(createShop(5));
    expect(createShop(5)).not.toEqual(createShop(6));
  });

  it.each([1, 2, 3])(
    'When the default shop of seed %p is built, then each camera sees at least 40 slots and both together 90 products',
    (seed) => {
      const shop = createShop(seed);
      expect(shop.cameras.length).toBeGreaterThanOrEqual(2);
      for (const { slots } of shop.fixtures) expect(slots.length).toBeGreaterThanOrEqual(40);
      expect(new Set(shop.fixtures.flatMap(({ slots }) => slots.map(({ gtin }) => gtin))).size).toBeGreaterThanOrEqual(
        90,
      );
    },
  );

  it('When the whole range is wanted, then every product has a slot', () => {
    const shop = createShop(1, WHOLE_RANGE);
    const placed = new Set(shop.fixtures.flatMap(({ slots }) => slots.map(({ gtin }) => gtin)));
    expect(placed.size).toBe(PRODUCTS.length);
  });

  it('When slots of a shelf are measured, then they do not overlap and have one to four facings', () => {
    for (const { slots, widthMm } of createShop(4).fixtures)
      for (const [index, slot] of slots.entries()) {
        expect(slot.facings).toBeGreaterThanOrEqual(1);
        expect(slot.facings).toBeLessThanOrEqual(4);
        const right = slot.leftMm + slot.facings * slot.pitchMm;
        expect(right).toBeLessThanOrEqual(widthMm / 2);
        const next = slots[index + 1];
        if (next?.shelf === slot.shelf) expect(next.leftMm).toBeGreaterThanOrEqual(right);
      }
  });

  it('When the facings are projected, then each quad lies inside the picture, its corners in order, about as large as promised', () => {
    const shop = createShop(9);
    for (const camera of shop.cameras) {
      const { regions, width, height } = viewOf(shop, camera);
      for (const { quad } of regions) {
        const [topLeft, topRight, bottomRight, bottomLeft] = quad;
        for (const { x, y } of quad) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(1);
        }
        expect((topRight.x - topLeft.x) * width).toBeGreaterThan(60);
        expect((bottomRight.x - bottomLeft.x) * width).toBeGreaterThan(60);
        expect((bottomLeft.y - topLeft.y) * height).toBeGreaterThan(110);
      }
    }
  });

  it('When the shop is written for the platform, then its contract accepts it and phantom stock stays hidden', async () => {
    const shop = createShop(1);
    const definition = await toShopDefinition(shop, { opensAt });
    expect(shopDefinition.parse(definition).slots).toHaveLength(92);
    const phantom = shop.stock.filter((record) => record.backroomBook > record.backroomTrue);
    expect(phantom.length).toBeGreaterThan(0);
    for (const record of phantom)
      expect(definition.stock.find(({ gtin }) => gtin === record.gtin)?.backroom).toBe(record.backroomBook);
  });
});
