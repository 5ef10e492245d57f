import { randomUUID } from 'node:crypto';
import type { ReorderEntity } from '../entities/reorder.entity.js';
import type { StockEventEntity } from '../entities/stock-event.entity.js';
import type { ShopRows } from '../repositories/shop-definition.repository.js';

export const NOON = new Date('2026-03-02T12:00:00Z');
export const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1_000);

const quad = (x: number) =>
  [
    { x, y: 0 },
    { x: x + 0.1, y: 0 },
    { x: x + 0.1, y: 0.2 },
    { x, y: 0.2 },
  ] as const;

/** A shop with one camera that sees two slots. */
export function sampleShop(storeId = 'store-1'): ShopRows {
  const slot = { fixtureId: 'bay-1', shelf: 1, facings: 2, capacity: 10, lowFacings: 1 };
  return {
    store: { storeId, name: 'Corner shop' },
    suppliers: [{ supplierId: 'supplier-1', name: 'Wholesale', leadTimeDays: 2 }],
    products: [
      {
        gtin: '08904000210037',
        name: 'Tea',
        category: 'Drinks',
        priceCents: 250,
        casePack: 6,
        supplierId: 'supplier-1',
      },
      {
        gtin: '07300011000017',
        name: 'Jam',
        category: 'Jars',
        priceCents: 310,
        casePack: 12,
        supplierId: 'supplier-1',
      },
    ],
    fixtures: [{ fixtureId: 'bay-1', name: 'Bay 1', aisle: 'A' }],
    slots: [
      { ...slot, slotId: `${storeId}-a`, position: 1, gtin: '08904000210037' },
      { ...slot, slotId: `${storeId}-b`, position: 2, gtin: '07300011000017' },
    ],
    cameras: [
      {
        cameraId: `${storeId}-cam`,
        name: 'Camera 1',
        view: {
          width: 1280,
          height: 720,
          regions: [
            { slotId: `${storeId}-a`, facing: 0, quad: quad(0) },
            { slotId: `${storeId}-b`, facing: 0, quad: quad(0.5) },
          ],
        },
      },
    ],
    stock: [
      {
        gtin: '08904000210037',
        backroom: 5,
        shelf: 0,
        reserved: 0,
        onOrder: 0,
        onOrderExpectedAt: null,
        dailySales: 4,
        dailySalesStd: null,
      },
    ],
  };
}

export const sampleEvent = (changes: Partial<StockEventEntity> = {}): StockEventEntity => ({
  eventId: randomUUID(),
  storeId: 'store-1',
  slotId: 'store-1-a',
  cameraId: 'store-1-cam',
  kind: 'out-of-stock',
  status: 'open',
  gtin: '08904000210037',
  foreignGtin: null,
  since: NOON,
  openedAt: later(4),
  closedAt: null,
  confidence: 0.99,
  visibleFacings: 0,
  facings: 2,
  modelVersion: 'm1',
  evidencePictureId: null,
  decisionId: null,
  urgencyCentsPerHour: 83.3,
  backroomFound: null,
  ...changes,
});

export const sampleReorder = (changes: Partial<ReorderEntity> = {}): ReorderEntity => ({
  reorderId: randomUUID(),
  idempotencyKey: randomUUID(),
  storeId: 'store-1',
  gtin: '08904000210037',
  supplierId: 'supplier-1',
  eventId: null,
  quantity: 12,
  received: 0,
  cases: 2,
  casePack: 6,
  state: 'PROPOSED',
  reason: 'under the reorder point',
  requestedAt: NOON,
  expectedAt: null,
  changedAt: NOON,
  ...changes,
});
