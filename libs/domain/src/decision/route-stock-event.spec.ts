import { DEFAULT_REPLENISHMENT } from '../replenishment/propose-reorder.js';
import { REMEDIES } from './decision.js';
import { routeStockEvent } from './route-stock-event.js';
import type { RouterInput, StockFigures } from './router-input.js';
import { inventoryPosition } from './rules/reorder.rule.js';

const NOW = new Date('2026-03-02T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const stock = (changes: Partial<StockFigures> = {}): StockFigures => ({
  backroom: 0,
  shelf: 0,
  reserved: 0,
  onOrder: 0,
  onOrderExpectedAt: null,
  dailySales: 4,
  dailySalesStd: 2,
  ...changes,
});

const emptySlot = { kind: 'out-of-stock', since: hoursAgo(0.1), visibleFacings: 0, facings: 2, capacity: 12 } as const;

/** A sold-out product of which nothing is left anywhere, and nothing is wrong. */
const input = (changes: Partial<RouterInput> = {}): RouterInput => ({
  event: emptySlot,
  now: NOW,
  product: { gtin: '08904000210037', name: 'Tea', casePack: 6 },
  cameraFaults: [],
  suppression: null,
  foreign: null,
  stock: stock(),
  backroomFound: null,
  openReorder: null,
  supplier: { name: 'Wholesale', leadTimeDays: 2, leadTimeStdDays: 0, minimumOrderCases: 1 },
  replenishment: DEFAULT_REPLENISHMENT,
  ...changes,
});

const misplaced = { ...emptySlot, kind: 'misplaced' } as const;
const soon = new Date('2026-03-04T08:00:00Z');

describe('routeStockEvent', () => {
  it.each<[string, Partial<RouterInput>, string, string]>([
    ['the camera is at fault', { cameraFaults: ['moved'] }, 'CAMERA_FAULT', 'camera-fault-open'],
    [
      'a reset is planned',
      { suppression: { reason: 'planogram reset', endsAt: soon } },
      'EXPECTED_GAP',
      'suppression-window-active',
    ],
    [
      'a known product stands there',
      { event: misplaced, foreign: { gtin: '1', name: 'Jam' } },
      'MISPLACED',
      'known-foreign-product-seen',
    ],
    [
      'the back room has some',
      { stock: stock({ backroom: 9 }) },
      'RESTOCK_FROM_BACKROOM',
      'backroom-book-stock-positive',
    ],
    [
      'some should be there but none was found',
      { stock: stock({ backroom: 9 }), backroomFound: false },
      'COUNT_REQUEST',
      'backroom-stock-not-found',
    ],
    [
      'the book claims a full shelf that has been empty for days',
      { stock: stock({ shelf: 8 }), event: { ...emptySlot, since: hoursAgo(30) } },
      'COUNT_REQUEST',
      'phantom-shelf-stock',
    ],
    ['no stock figures are known', { stock: null }, 'COUNT_REQUEST', 'stock-figures-missing'],
    [
      'goods are on their way',
      { stock: stock({ onOrder: 24, onOrderExpectedAt: soon }) },
      'ON_ORDER',
      'book-says-on-order',
    ],
    [
      'a reorder is open',
      { openReorder: { state: 'PROPOSED', quantity: 12, expectedAt: null } },
      'ON_ORDER',
      'open-reorder-exists',
    ],
    ['nothing is left anywhere', {}, 'REORDER', 'position-at-or-under-reorder-point'],
    ['sales are not known', { stock: stock({ dailySales: null }) }, 'REORDER', 'reorder-advice-figures-missing'],
    [
      'something unheard of stands there',
      { event: misplaced, foreign: null },
      'UNKNOWN_PRODUCT',
      'foreign-product-not-in-catalogue',
    ],
  ])('When %s, then %s: %s', (_when, changes, remedy, rule) => {
    expect(routeStockEvent(input(changes)).decision).toMatchObject({ remedy, rule });
  });

  it('When everything speaks at once, then the remedies take turns in their order', () => {
    const all = input({
      cameraFaults: ['dark'],
      suppression: { reason: 'reset', endsAt: soon },
      stock: stock({ backroom: 3, onOrder: 6 }),
    });
    const order = [
      all,
      { ...all, cameraFaults: [] },
      { ...all, cameraFaults: [], suppression: null },
      { ...all, cameraFaults: [], suppression: null, backroomFound: false },
      { ...all, cameraFaults: [], suppression: null, stock: stock({ onOrder: 6 }) },
      { ...all, cameraFaults: [], suppression: null, stock: stock() },
    ].map((step) => routeStockEvent(step).decision.remedy);
    expect(order).toEqual([
      'CAMERA_FAULT',
      'EXPECTED_GAP',
      'RESTOCK_FROM_BACKROOM',
      'COUNT_REQUEST',
      'ON_ORDER',
      'REORDER',
    ]);
  });

  it('When it decides, then every remedy before it says why not, in order', () => {
    const { alternatives } = routeStockEvent(input()).decision;
    expect(alternatives.map(({ remedy }) => remedy)).toEqual(REMEDIES.slice(0, REMEDIES.indexOf('REORDER')));
    for (const { because } of alternatives) expect(because).toMatch(/\w+ \w+/);
  });

  it('When it orders, then quantity, figures and reason agree', () => {
    const { decision, proposal } = routeStockEvent(input());
    expect(proposal).toMatchObject({ due: true, quantity: 42, cases: 7, position: 0 });
    expect(decision.inputs).toMatchObject({
      quantity: 42,
      cases: 7,
      position: 0,
      reorderPoint: 17.7,
      adviceOnly: false,
    });
    expect(decision.reason).toBe(
      'Order 42 of Tea (7 cases) from Wholesale: only 0 left or coming, the reorder point is 17.7.',
    );
  });

  it('When figures are missing, then the reason names them', () => {
    const { decision, proposal } = routeStockEvent(input({ supplier: null, stock: stock({ dailySales: null }) }));
    expect(decision.reason).toContain('daily sales, supplier and lead time');
    expect(decision.inputs).toMatchObject({ adviceOnly: true, missing: 'daily sales, supplier and lead time' });
    expect(proposal?.missing).toHaveLength(2);
  });

  it('When an order is overdue, then the reason says so', () => {
    const late = { state: 'SENT', quantity: 12, expectedAt: hoursAgo(24) } as const;
    const { decision } = routeStockEvent(input({ openReorder: late }));
    expect(decision.inputs).toMatchObject({ late: true });
    expect(decision.reason).toContain('expected on 2026-03-01');
  });

  it('When a shelf is low but enough is left until the reorder point, then there is nothing to do', () => {
    const low = { ...emptySlot, kind: 'low-stock', visibleFacings: 1, capacity: 80 } as const;
    const { decision } = routeStockEvent(input({ event: low, stock: stock({ shelf: 40 }) }));
    expect(decision).toMatchObject({ remedy: 'EXPECTED_GAP', rule: 'stock-lasts-until-reorder-point' });
  });

  it('When the shelf was emptied a moment ago, then the book is not doubted yet', () => {
    expect(routeStockEvent(input({ stock: stock({ shelf: 8 }) })).decision.remedy).toBe('REORDER');
  });
});

describe('inventoryPosition', () => {
  it('When the camera sees less than the book claims, then the camera is believed', () => {
    expect(inventoryPosition(emptySlot, stock({ shelf: 10, backroom: 2, onOrder: 6, reserved: 1 }))).toBe(7);
    expect(inventoryPosition({ ...emptySlot, visibleFacings: 1 }, stock({ shelf: 10 }))).toBe(6);
    expect(inventoryPosition({ ...emptySlot, visibleFacings: 1 }, stock({ shelf: 3 }))).toBe(3);
  });
});
