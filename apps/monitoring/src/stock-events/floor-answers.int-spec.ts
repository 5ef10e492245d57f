import type { ProductMovements, ReorderBody, StockEventDetail } from '@shelfwatch/contracts';
import type { Decision } from '@shelfwatch/domain';
import { randomUUID } from 'node:crypto';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';
import { ReviewDecisions } from './review-decisions.service.js';

const TEA = '8904000210037';
const HOUR_MS = 3_600_000;
const fail = (...about: unknown[]): never => {
  throw new Error(JSON.stringify(about));
};

describe('answers from the floor', () => {
  let monitoring: RunningMonitoring;
  let eventId: string;
  let reorderId: string;

  const send = (method: string, path: string, json: unknown): Promise<Response> =>
    monitoring.request(path, { method, json });
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const say = (answer: object): Promise<Response> => send('POST', `/v1/stock-events/${eventId}/answers`, answer);
  const answered = async (answer: object): Promise<StockEventDetail> => {
    const response = await say(answer);
    expect(response.status).toBe(200);
    return (await response.json()) as StockEventDetail;
  };
  const event = (): Promise<StockEventDetail> => get(`/v1/stock-events/${eventId}`);
  const remedy = async (): Promise<Decision['remedy'] | undefined> => (await event()).decision?.remedy;
  const book = async (): Promise<ProductMovements> => get(`/v1/stores/corner/inventory/${TEA}/movements`);
  const count = (figures: object): Promise<Response> =>
    send('POST', '/v1/stores/corner/inventory/movements', {
      movements: [
        { kind: 'count', idempotencyKey: randomUUID(), gtin: TEA, effectiveAt: new Date().toISOString(), ...figures },
      ],
    });

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    expect((await send('PUT', '/v1/shops/corner', cornerShop())).status).toBe(200);
  }, 60_000);
  afterAll(() => monitoring.stop());

  beforeEach(async () => {
    ({ eventId, reorderId } = await writeOutOfStock(monitoring.database));
  });
  afterEach(async () => {
    const rest = await monitoring.database.unit.stockEvents.list({ status: 'open' });
    for (const { eventId: open } of rest)
      await send('POST', `/v1/stock-events/${open}/answers`, { answer: 'not-out-of-stock' });
  });

  it('When the book says back room and none is found, then a count is asked for; the count corrects the book, and an order follows', async () => {
    await send('POST', `/v1/reorders/${reorderId}/transitions`, { to: 'REJECTED', reason: 'spec' });
    await count({ shelf: 0, backroom: 5, onOrder: 0, reserved: 0 });
    expect(await remedy()).toBe('RESTOCK_FROM_BACKROOM');

    const notFound = await answered({ answer: 'not-found' });
    expect(notFound.decision).toMatchObject({ remedy: 'COUNT_REQUEST', rule: 'backroom-stock-not-found' });
    expect(notFound).toMatchObject({ status: 'open', answer: { answer: 'not-found', actor: ADMIN.email } });

    const counted = await answered({ answer: 'counted', backroom: 0 });
    expect(counted).toMatchObject({ decision: { remedy: 'REORDER' }, reorder: { state: 'PROPOSED' } });
    expect(counted.answers.map(({ answer }) => answer)).toEqual(['not-found', 'counted']);
    const { balance, movements } = await book();
    expect(balance).toMatchObject({ backroom: 0 });
    expect(movements[0]).toMatchObject({ kind: 'count', details: { backroom: 0, reason: 'not-found' } });
  });

  it('When somebody counts and finds goods after all, then the shelf is to be refilled', async () => {
    await count({ shelf: 0, backroom: 0 });
    const counted = await answered({ answer: 'counted', backroom: 7, shelf: 0 });
    expect(counted.decision).toMatchObject({ remedy: 'RESTOCK_FROM_BACKROOM', reason: expect.stringContaining('7') });
  });

  it('When somebody refilled, then the book follows once, however often it is told', async () => {
    await count({ shelf: 0, backroom: 10 });
    const answer = { answer: 'restocked', quantity: 4, answerId: randomUUID() };
    const replies = await Promise.all([say(answer), say(answer), say(answer)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await book()).balance).toMatchObject({ shelf: 4, backroom: 6 });
    expect((await event()).answers).toHaveLength(1);
    expect((await event()).status).toBe('open');
  });

  it('When ordered goods come in, then the shelf is to be refilled from the back room', async () => {
    await count({ shelf: 0, backroom: 0 });
    const step = (to: string): Promise<Response> =>
      send('POST', `/v1/reorders/${reorderId}/transitions`, { to, reason: 'spec' });
    await step('APPROVED');
    expect(await remedy()).toBe('REORDER');
    await step('SENT');
    expect(await remedy()).toBe('ON_ORDER');
    await step('RECEIVED');
    expect(await remedy()).toBe('RESTOCK_FROM_BACKROOM');
  });

  it('When a manager cancels the order, then it is not proposed again for the same event', async () => {
    await count({ shelf: 0, backroom: 0 });
    await send('POST', `/v1/reorders/${reorderId}/transitions`, { to: 'CANCELLED', reason: 'no longer sold' });
    await count({ shelf: 0, backroom: 3 });
    await count({ shelf: 0, backroom: 0 });
    expect(await remedy()).toBe('REORDER');
    expect((await event()).reorder).toBeNull();
    expect(await get<ReorderBody>(`/v1/reorders/${reorderId}`)).toMatchObject({ state: 'CANCELLED' });
  });

  it('When a window of expected gaps begins and ends, then the remedy follows', async () => {
    const { database } = monitoring;
    await count({ shelf: 0, backroom: 2 });
    await database.transaction((unit) =>
      unit.cameras.recordNewest('corner-cam', { capturedAt: new Date(), pictureId: null, sequence: null }),
    );
    const now = Date.now();
    const at = (hours: number): Date => new Date(now + hours * HOUR_MS);
    await database.unit.suppressions.add({
      ...{ windowId: randomUUID(), storeId: 'corner', fixtureId: null, slotId: null, reason: 'stocktaking' },
      ...{ startsAt: at(1), endsAt: at(2) },
    });
    const review = new ReviewDecisions(database, { warn: fail } as never);
    await review.sweep(at(1.5));
    expect((await event()).decision).toMatchObject({ remedy: 'EXPECTED_GAP' });
    await review.sweep(at(2.5));
    expect(await remedy()).toBe('RESTOCK_FROM_BACKROOM');
    const { history } = await event();
    await review.sweep(at(3));
    expect((await event()).history).toEqual(history);
  });

  it('When it is a false alarm, then the cause is kept with the retraction', async () => {
    const retracted = await answered({ answer: 'not-out-of-stock', cause: 'view-blocked' });
    expect(retracted).toMatchObject({ status: 'retracted', answer: { cause: 'view-blocked' } });
    expect((await say({ answer: 'done' })).status).toBe(409);
  });

  it.each([
    [{ answer: 'counted' }, 'backroom'],
    [{ answer: 'counted', backroom: -1 }, 'backroom'],
    [{ answer: 'restocked', quantity: 0 }, 'quantity'],
    [{ answer: 'not-out-of-stock', cause: 'mood' }, 'cause'],
    [{ answer: 'gone' }, 'answer'],
  ])('When the answer is %j, then the field %s is named', async (answer, field) => {
    const response = await say(answer);
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ path: field }] });
  });
});
