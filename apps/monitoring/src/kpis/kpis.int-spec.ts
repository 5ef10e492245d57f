import { randomUUID } from 'node:crypto';
import type { ClaimsReport, KpiReport } from '@shelfwatch/contracts';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';

/** Times of this test in parts of a second: all of them are over when it asks. */
const STEP = 50;
const STEP_HOURS = STEP / 3_600_000;

describe('figures and claims', () => {
  let monitoring: RunningMonitoring;
  /** A time of which everything is known: the camera was calibrated before and sent a picture after. */
  let from: number;
  const at = (steps: number): Date => new Date(from + steps * STEP);
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const kpis = (more = ''): Promise<KpiReport> =>
    get(`/v1/kpis?from=${at(0).toISOString()}&to=${at(10).toISOString()}${more}`);

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    await monitoring.request('/v1/shops/corner', { method: 'PUT', json: cornerShop() });
    const { unit } = monitoring.database;
    const view = await unit.cameras.view('corner-cam');
    from = view!.validFrom.getTime();
    await unit.cameras.recordNewest('corner-cam', { capturedAt: at(20), pictureId: null, sequence: 1 });
    // Blind from the 6th to the 8th step; empty for two; one alert that somebody rejected.
    await unit.cameraHealth.begin('corner-cam', 'covered', at(6), 'Uncover it.');
    await unit.cameraHealth.end('corner-cam', 'covered', at(8));
    const gone = { since: at(1), openedAt: at(1.25), closedAt: at(3), status: 'closed' as const };
    const { eventId } = await writeOutOfStock(monitoring.database, gone);
    const event = (await unit.stockEvents.find(eventId))!;
    const rejected = { since: at(4), openedAt: at(4), closedAt: at(4.5), status: 'retracted' as const };
    await unit.stockEvents.record(
      { ...event, ...rejected, eventId: randomUUID(), decisionId: null },
      'retracted',
      at(4.5),
    );
    while (Date.now() < at(24).getTime()) await new Promise((resolve) => setImmediate(resolve));
  }, 60_000);
  afterAll(() => monitoring.stop());

  it('When a slot was empty for two of eight observed steps, then availability is 75 % and coverage tells of the blind ones', async () => {
    const { total, definitions, notMeasured } = await kpis();
    expect(total.osaByTime.value).toBeCloseTo(0.75, 9);
    expect(total.osaByTime.denominator / STEP_HOURS).toBeCloseTo(8, 6);
    // Two slots for ten steps, of which the camera shows one, for eight.
    expect(total.coverage.value).toBeCloseTo(0.4, 9);
    expect(total.incidentRate).toMatchObject({ numerator: 1 });
    expect((total.incidentRate.value! * STEP_HOURS) / 1_000).toBeCloseTo(1 / 8, 9);
    expect(total.incidentRate.low!).toBeLessThan(total.incidentRate.value!);
    expect(total.timeToDetect).toEqual({ count: 1, p50: 12, p90: 12 });
    expect(total.timeToRestock).toMatchObject({ count: 1, p50: 88 });
    expect(total.alertPrecision).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(total.rootCauses['not-ordered']).toMatchObject({ numerator: 1, value: 1 });
    // 500 cents a trading hour, twelve of which are spread over the day's 24.
    expect(total.lostSales.cents).toBeCloseTo(2 * STEP_HOURS * 250, 9);
    expect(definitions.find(({ id }) => id === 'osaByTime')!.formula).toContain('slot-hours observed');
    expect(notMeasured.map(({ id }) => id)).toContain('inventoryAccuracy');
  });

  it('When figures are grouped, then the groups add up to the whole', async () => {
    for (const groupBy of ['store', 'category', 'aisle', 'supplier', 'hour']) {
      const { total, groups } = await kpis(`&groupBy=${groupBy}`);
      const sum = groups.reduce((hours, { osaByTime }) => hours + osaByTime.denominator, 0);
      expect(sum).toBeCloseTo(total.osaByTime.denominator, 6);
    }
    const { groups } = await kpis('&groupBy=category');
    expect(groups.map(({ group }) => group)).toEqual(['Drinks', 'Jars']);
    expect(groups[1]!.osaByTime.value).toBeNull();
  });

  it('When a period or a store makes no sense, then the answer says what to mend', async () => {
    const { status } = await monitoring.request(`/v1/kpis?from=${at(2).toISOString()}&to=${at(1).toISOString()}`);
    expect(status).toBe(400);
    const unknown = await monitoring.request(
      `/v1/kpis?storeId=nowhere&from=${at(0).toISOString()}&to=${at(1).toISOString()}`,
    );
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'STORE_UNKNOWN']);
  });

  it('When one store is compared before and after, then figures are told and no interval of the difference is claimed', async () => {
    const report = await get<ClaimsReport>(`/v1/claims?stores=corner&changedAt=${at(12).toISOString()}&days=1`);
    const incidents = report.claims.find(({ definition }) => definition.id === 'incidentRate')!;
    expect(incidents.before.numerator).toBe(1);
    expect(incidents.before.denominator / STEP_HOURS).toBeCloseTo(10, 6);
    expect(incidents.after).toMatchObject({ numerator: 0, value: 0 });
    expect(incidents.after.denominator / STEP_HOURS).toBeCloseTo(8, 6);
    expect([incidents.difference, incidents.reduction, incidents.controlBefore]).toEqual([null, null, null]);
    expect(report.caveats.join(' ')).toMatch(/fewer than two stores/);
    expect(incidents.verdict!.outcome).toBe('too-few-data');
  });

  it('When people counted, then the book of that moment tells its accuracy, with its tolerance and exactly', async () => {
    const gtin = '08904000210037';
    const count = (steps: number, shelf: number): object => ({
      ...{ kind: 'count', gtin, idempotencyKey: `count ${steps}`, shelf, backroom: 0 },
      effectiveAt: at(steps).toISOString(),
    });
    const told = await monitoring.request('/v1/stores/corner/inventory/movements', {
      ...{ method: 'POST' },
      json: { movements: [count(2, 30), count(4, 28), count(11, 28), count(14, 20)] },
    });
    expect(told.status).toBeLessThan(300);
    const report = await get<ClaimsReport>(`/v1/claims?stores=corner&changedAt=${at(12).toISOString()}&days=1`);
    const claim = (id: string) => report.claims.find(({ definition }) => definition.id === id)!;
    // The shop's definition told 4: the first count is far off, the second by two items, the third is right, the fourth eight off.
    expect(claim('inventoryAccuracy')).toMatchObject({
      before: { numerator: 2, denominator: 3 },
      after: { numerator: 0, denominator: 1, value: 0 },
      verdict: { outcome: 'too-few-data', because: expect.stringMatching(/189 are needed/) },
    });
    expect(claim('inventoryAccuracy').definition.formula).toContain('max(3 items, 10 % of the count)');
    expect(claim('inventoryExact').before).toMatchObject({ numerator: 1, denominator: 3 });
    expect(claim('inventoryExact').before.low).toBeLessThan(0.5);
  });

  it('When a store is named in both arms, then it is refused', async () => {
    const response = await monitoring.request(
      `/v1/claims?stores=corner&controlStores=corner&changedAt=${at(12).toISOString()}&days=1`,
    );
    expect(((await response.json()) as { code: string }).code).toBe('STORE_IN_BOTH_ARMS');
  });
});
