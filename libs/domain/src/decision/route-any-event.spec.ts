import fc from 'fast-check';
import { CAMERA_FAULTS } from '../camera-health/camera-health.js';
import { DEFAULT_REPLENISHMENT } from '../replenishment/propose-reorder.js';
import { REORDER_STATES } from '../replenishment/reorder.js';
import { CASE_ROUNDINGS } from '../replenishment/round-to-cases.js';
import { STOCK_EVENT_KINDS } from '../stock-event/stock-event.js';
import { REMEDIES } from './decision.js';
import { routeStockEvent } from './route-stock-event.js';
import type { RouterInput } from './router-input.js';

const items = fc.integer({ min: 0, max: 10_000 });
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const figure = maybe(fc.double({ min: 0, max: 5_000, noNaN: true }));

/** Anything that the books and the cameras may say, contradictions included. */
const anything: fc.Arbitrary<RouterInput> = fc.record({
  event: fc
    .record({
      kind: fc.constantFrom(...STOCK_EVENT_KINDS),
      since: moment,
      facings: fc.integer({ min: 1, max: 40 }),
      capacity: items,
    })
    .chain((event) =>
      fc.integer({ min: 0, max: event.facings }).map((visibleFacings) => ({ ...event, visibleFacings })),
    ),
  now: moment,
  product: fc.record({
    gtin: fc.constant('08904000210037'),
    name: fc.string(),
    casePack: fc.integer({ min: 1, max: 500 }),
  }),
  cameraFaults: fc.subarray([...CAMERA_FAULTS]),
  suppression: maybe(fc.record({ reason: fc.string(), endsAt: moment })),
  foreign: maybe(fc.record({ gtin: maybe(fc.string()), name: maybe(fc.string()) })),
  stock: maybe(
    fc.record({
      ...{ backroom: items, shelf: items, reserved: items, onOrder: items },
      ...{ onOrderExpectedAt: maybe(moment), dailySales: figure, dailySalesStd: figure },
    }),
  ),
  backroomFound: maybe(fc.boolean()),
  openReorder: maybe(
    fc.record({ state: fc.constantFrom(...REORDER_STATES), quantity: items, expectedAt: maybe(moment) }),
  ),
  supplier: maybe(
    fc.record({
      name: fc.string(),
      leadTimeDays: fc.double({ min: 0, max: 90, noNaN: true }),
      leadTimeStdDays: fc.double({ min: 0, max: 30, noNaN: true }),
      minimumOrderCases: fc.integer({ min: 1, max: 100 }),
    }),
  ),
  replenishment: fc
    .record({ rounding: fc.constantFrom(...CASE_ROUNDINGS) })
    .map((over) => ({ ...DEFAULT_REPLENISHMENT, ...over })),
});

describe('the router, whatever it is asked', () => {
  it('When anything at all is known or not known, then there is one remedy, a sentence, and no remedy that was passed over in silence', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { decision } = routeStockEvent(input);
        expect(REMEDIES).toContain(decision.remedy);
        expect(decision.rule).toMatch(/^[a-z-]+$/);
        expect(decision.reason.trim()).toMatch(/\.$/);
        expect(decision.reason).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(decision.alternatives.map(({ remedy }) => remedy)).not.toContain(decision.remedy);
        const place = (remedy: string): number => REMEDIES.indexOf(remedy as (typeof REMEDIES)[number]);
        const passedOver = REMEDIES.slice(0, place(decision.remedy)).filter((remedy) => remedy !== 'EXPECTED_GAP');
        expect(decision.alternatives.map(({ remedy }) => remedy)).toEqual(expect.arrayContaining(passedOver));
      }),
      { numRuns: 2_000 },
    );
  });

  it('When it is asked the same twice, then it answers the same', () => {
    fc.assert(
      fc.property(anything, (input) => {
        expect(routeStockEvent(structuredClone(input))).toEqual(routeStockEvent(input));
      }),
      { numRuns: 500 },
    );
  });

  it('When it orders, then whole cases and at least one; when it does not, then nothing is proposed', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { decision, proposal } = routeStockEvent(input);
        if (decision.remedy !== 'REORDER') return expect(proposal).toBeNull();
        expect(proposal).not.toBeNull();
        expect(proposal!.quantity).toBe(proposal!.cases * input.product.casePack);
        if (proposal!.missing.length === 0) expect(proposal!.cases).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
