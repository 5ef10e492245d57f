import { randomUUID } from 'node:crypto';
import type { ReplayReport } from '@shelfwatch/contracts';
import { parseGtin } from '@shelfwatch/domain';
import { aReading, type Look } from '@shelfwatch/testing';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';

const TEA = parseGtin('8904000210037')!;
const START = Date.parse('2026-03-02T09:00:00Z');
const minute = (count: number): Date => new Date(START + count * 60_000);
const PATH = '/v1/stores/corner/replays';

/** Half an hour of the slot with tea, a frame each half minute: full, empty from the 5th to the 10th minute, full, low from the 20th to the 25th, full. */
const looksAt = (minutes: number): Look[] => {
  if (minutes >= 5 && minutes < 10) return ['empty', 'empty'];
  return minutes >= 20 && minutes < 25 ? [TEA, 'empty'] : [TEA, TEA];
};

describe('replays', () => {
  let monitoring: RunningMonitoring;
  const ask = (whatIf: object = {}, period: object = {}): Promise<Response> =>
    monitoring.request(PATH, {
      method: 'POST',
      json: { from: minute(0).toISOString(), to: minute(30).toISOString(), whatIf, ...period },
    });
  const replay = async (whatIf?: object): Promise<ReplayReport> => {
    const response = await ask(whatIf);
    expect(response.status).toBe(200);
    return (await response.json()) as ReplayReport;
  };

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    await monitoring.request('/v1/shops/corner', { method: 'PUT', json: cornerShop() });
    await monitoring.database.transaction(async (unit) => {
      for (let frame = 0; frame <= 60; frame += 1) {
        const frameId = randomUUID();
        const capturedAt = minute(frame / 2);
        const about = { frameId, cameraId: 'corner-cam', capturedAt };
        await unit.frames.record({
          ...about,
          ...{ receivedAt: capturedAt, sha256: frameId.replaceAll('-', '').padEnd(64, '0'), outcome: 'classified' },
        });
        const readings = looksAt(frame / 2).map((look, facing) => aReading(look, { facing }));
        await unit.observations.append([{ ...about, slotId: 'corner-1', readings, modelVersion: 'm' }]);
      }
    });
    const seen = { since: minute(5), openedAt: minute(5.5), closedAt: minute(10.5), status: 'closed' as const };
    await writeOutOfStock(monitoring.database, seen);
  }, 60_000);
  afterAll(() => monitoring.stop());

  it('When nothing would be different, then both runs are the same, and agree with what was recorded', async () => {
    const report = await replay();
    expect(report).toMatchObject({ observations: 61, modelVersions: ['m'], differences: [], differencesInAll: 0 });
    expect(report.asIs.events).toEqual({ 'low-stock': 1, 'out-of-stock': 1 });
    expect(report.whatIf).toEqual(report.asIs);
    expect(report.recorded).toEqual({ events: 1, alsoReplayed: 1, onlyRecorded: 0, onlyReplayed: 1 });
    expect(await replay()).toEqual(report);
  });

  it('When slots were low later, then the low-stock event disappears and the report says which', async () => {
    const { whatIf, differences } = await replay({ lowShare: 0 });
    expect(whatIf.events).toEqual({ 'out-of-stock': 1 });
    expect(differences).toMatchObject([
      {
        change: 'disappears',
        slotId: 'corner-1',
        place: { slotId: 'corner-1', cameraId: 'corner-cam' },
        kind: 'low-stock',
        since: minute(20).toISOString(),
        remedy: { whatIf: null },
      },
    ]);
  });

  it('When evidence had to hold for longer than a gap lasts, then no event opens', async () => {
    const { whatIf } = await replay({ filter: { holdMs: 600_000 } });
    expect(whatIf).toMatchObject({ events: {}, orders: { count: 0 } });
  });

  it('When a delivery was expected at the time, then the gap is decided otherwise, and nothing is ordered for it', async () => {
    const window = { startsAt: minute(0).toISOString(), endsAt: minute(15).toISOString(), reason: 'delivery' };
    const { asIs, whatIf, differences } = await replay({ moreSuppressions: [window] });
    expect(asIs.orders.count).toBe(1);
    expect(asIs.orders.valueCents).toBe(asIs.orders.items * 250);
    expect(differences[0]).toMatchObject({
      change: 'decided-otherwise',
      remedy: { asIs: 'REORDER', whatIf: 'EXPECTED_GAP' },
    });
    expect(whatIf.events).toEqual(asIs.events);
  });

  it('When the policy asked for more, then more would be ordered', async () => {
    const { asIs, whatIf } = await replay({ replenishment: { orderUpToLevel: 600 } });
    expect(whatIf.orders.items).toBeGreaterThan(asIs.orders.items);
    expect(whatIf.orders.items % 6).toBe(0);
  });

  it('When the question makes no sense, then the answer says what is wrong with it', async () => {
    const wrong = [
      await ask({ filter: { gain: 2 } }),
      await ask({ filter: { luck: 1 } }),
      await ask({}, { to: minute(-1).toISOString() }),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(await wrong[0]!.text()).toContain('gain');
    const [startsAt, endsAt] = [minute(2), minute(1)].map((at) => at.toISOString());
    const backwards = await ask({ moreSuppressions: [{ startsAt, endsAt, reason: 'delivery' }] });
    expect(await backwards.json()).toMatchObject({ errors: [{ path: 'whatIf.moreSuppressions.0.endsAt' }] });
    const calendar = { orderWeekdays: [1], cutOff: '14:00', deliveryWeekdays: [2], timeZone: 'Mars/Base' };
    const nowhere = await ask({ replenishment: { calendar } });
    expect(nowhere.status).toBe(400);
    expect(await nowhere.json()).toMatchObject({
      errors: [{ path: expect.stringMatching(/^whatIf\.replenishment\.calendar/) }],
    });
    const elsewhere = await monitoring.request('/v1/stores/nowhere/replays', {
      method: 'POST',
      json: { from: minute(0).toISOString(), to: minute(1).toISOString() },
    });
    expect(elsewhere.status).toBe(404);
  });
});
