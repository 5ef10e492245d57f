import { toFrameHeaders } from '../events/camera-frame-captured.js';
import type { CameraHealthChanged } from '../events/camera-health-changed.js';
import type { ReorderChanged, ReorderRequested } from '../events/reorder-requested.js';
import type { SlotStateChanged } from '../events/slot-state-changed.js';
import type { StockEventChanged } from '../events/stock-event-changed.js';
import { toCloudEventHeaders } from '../cloud-event.js';
import { TOPICS } from '../topics.js';

const AT = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-02T09:00:06.000Z';
const EVENT_ID = '6f1c2f64-6f57-8b1e-9d3a-0c5f6f2b7a10';
const REORDER_ID = '0b9f8f3a-4d2e-8c71-a6b5-7e1d2c3b4a59';
const SLOT = { slotId: 'aisle-3-bay-1-s2-p4', storeId: 'store-1', cameraId: 'camera-1' };
const GTIN = '08904000210037';
const ORDER_KEY = `${SLOT.storeId}/${GTIN}`;

const headersOf = (topic: { name: string }, subject: string) =>
  toCloudEventHeaders({
    type: topic.name,
    source: '/ingestion',
    time: new Date(LATER),
    subject,
    id: 'a51f0a52-2f5e-8d3b-8f10-1d2e3f405162',
  });

const health: CameraHealthChanged = {
  ...{ cameraId: SLOT.cameraId, storeId: SLOT.storeId, faults: ['dark'], since: AT },
  recommendedAction: 'Switch on the light, or look whether the camera’s exposure is fixed.',
};

const slotState: SlotStateChanged = {
  ...{ ...SLOT, status: 'empty', previous: 'low', since: AT, confidence: 0.98, visibleFacings: 0 },
  frameId: '3d1b1f0e-2a77-4a0d-9a55-5b8f1c9e7d21',
};

const stockEvent: StockEventChanged = {
  ...{ eventId: EVENT_ID, change: 'opened', kind: 'out-of-stock', ...SLOT, gtin: GTIN, foreignGtin: null },
  ...{ since: AT, openedAt: LATER, closedAt: null, confidence: 0.98, visibleFacings: 0, facings: 3 },
  modelVersion: 'demo-shop-3edba58d533d',
  evidencePictureId: `${'9c'.repeat(32)}.jpg`,
  decision: {
    decisionId: 'c1d2e3f4-0516-8273-8495-a6b7c8d9e0f1',
    ...{ remedy: 'REORDER', rule: 'at-or-under-reorder-point' },
    reason: '4 items are left and none are on order; the reorder point is 30.',
    inputs: { inventoryPosition: 4, reorderPoint: 30 },
    alternatives: [{ remedy: 'RESTOCK_FROM_BACKROOM', because: 'the book says that the back room is empty' }],
  },
};

const requested: ReorderRequested = {
  ...{ reorderId: REORDER_ID, idempotencyKey: REORDER_ID, storeId: SLOT.storeId, gtin: GTIN, supplierId: 'wholesale' },
  ...{ quantity: 48, cases: 8, casePack: 6, reason: stockEvent.decision!.reason, eventId: EVENT_ID },
  ...{ requestedAt: LATER, expectedAt: '2026-03-04T09:00:06.000Z', approval: 'needs-approval' },
};

const changed: ReorderChanged = {
  ...{ reorderId: REORDER_ID, storeId: SLOT.storeId, gtin: GTIN, state: 'APPROVED', previous: 'PROPOSED' },
  ...{ changedAt: LATER, reason: 'Approved by the store manager.' },
};

/** One message of each topic, as it goes over the wire; specs hold them to the schemas. */
export const EXAMPLES = {
  frameCaptured: {
    headers: {
      ...toFrameHeaders({
        ...{ cameraId: SLOT.cameraId, capturedAt: new Date(AT), contentType: 'image/jpeg', sequence: 1042 },
        source: '/camera-agent',
      }),
      ce_id: 'b3c4d5e6-f708-4192-a3b4-c5d6e7f80910',
    },
  },
  cameraHealthChanged: { headers: headersOf(TOPICS.cameraHealthChanged, SLOT.cameraId), payload: health },
  slotStateChanged: { headers: headersOf(TOPICS.slotStateChanged, SLOT.slotId), payload: slotState },
  stockEventChanged: { headers: headersOf(TOPICS.stockEventChanged, SLOT.slotId), payload: stockEvent },
  reorderRequested: { headers: headersOf(TOPICS.reorderRequested, ORDER_KEY), payload: requested },
  reorderChanged: { headers: headersOf(TOPICS.reorderChanged, ORDER_KEY), payload: changed },
};
