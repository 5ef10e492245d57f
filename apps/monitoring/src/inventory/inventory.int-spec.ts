import type {
  InventoryList,
  InventoryMovementsResult,
  PolicyBody,
  ProductMovements,
  ReorderBody,
} from '@shelfwatch/contracts';
import { ExpireReorders } from '../reorders/expire-reorders.service.js';
import { ReviewDecisions } from '../stock-events/review-decisions.service.js';
import { ChangeReorder } from '../reorders/change-reorder.service.js';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';

const TEA = '8904000210037';
const PATH = '/v1/stores/corner/inventory';

describe('inventory', () => {
  let monitoring: RunningMonitoring;
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const send = (method: string, path: string, json: unknown): Promise<Response> =>
    monitoring.request(path, { method, json });
  const tell = async (...movements: unknown[]): Promise<InventoryMovementsResult> => {
    const response = await send('POST', `${PATH}/movements`, { movements });
    expect(response.status).toBe(200);
    return (await response.json()) as InventoryMovementsResult;
  };
  const step = (id: string, body: object): Promise<Response> =>
    send('POST', `/v1/reorders/${id}/transitions`, { reason: 'spec', ...body });
  const onHand = async (): Promise<number> =>
    (await get<InventoryList>(PATH)).products.find(({ product }) => product.gtin === `0${TEA}`)!.onHand;
  const sale = (idempotencyKey: string, quantity: unknown = 1, gtin = TEA) => ({
    ...{ kind: 'sale', idempotencyKey, gtin, quantity },
    effectiveAt: new Date().toISOString(),
  });

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    expect((await send('PUT', '/v1/shops/corner', cornerShop())).status).toBe(200);
  }, 60_000);
  afterAll(() => monitoring.stop());

  it('When a batch has wrong rows, then the right ones count and each wrong one says why', async () => {
    const result = await tell(
      sale('a', 2),
      sale('a', 2),
      sale('a', 3),
      sale('b', 0),
      sale('c', 1, '8904000210038'),
      sale('d', 1, '4006381333931'),
      { kind: 'magic', idempotencyKey: 'e' },
      null,
    );
    expect(result).toMatchObject({ recorded: 1, duplicates: 1, rejected: 6 });
    const problems = result.rows.map(({ problem }) => problem);
    expect(problems).toEqual([
      ...[null, null, expect.stringContaining('another movement'), expect.stringContaining('quantity')],
      ...[expect.stringContaining('check digit'), expect.stringContaining('no product'), expect.any(String)],
      expect.any(String),
    ]);
    expect(await onHand()).toBe(2);
  });

  it('When a product was counted, then the list says when, and a sale after that changes nothing about it', async () => {
    const jam = '7300011000017';
    const countedAt = new Date().toISOString();
    await tell({ kind: 'count', idempotencyKey: 'counted', gtin: jam, effectiveAt: countedAt, shelf: 0, backroom: 4 });
    await tell(sale('after-count', 1, jam));
    const row = (await get<InventoryList>(PATH)).products.find(({ product }) => product.gtin === `0${jam}`);
    expect(row).toMatchObject({ countedAt, onHand: 3 });
  });

  it('When the whole batch is told again, then nothing counts twice', async () => {
    expect(await tell(sale('twice'))).toMatchObject({ recorded: 1 });
    const { movements, balance } = await get<ProductMovements>(`${PATH}/${TEA}/movements`);
    const again = movements.find(({ idempotencyKey }) => idempotencyKey === 'twice')!;
    expect(await tell({ ...sale('twice'), effectiveAt: again.effectiveAt })).toMatchObject({ duplicates: 1 });
    expect(balance).toMatchObject({ shelf: 1, shortfall: 0 });
    expect(movements.map(({ kind }) => kind)).toEqual(['sale', 'sale', 'count']);
  });

  it('When a store or product is unknown, then it is not found', async () => {
    expect((await send('POST', '/v1/stores/none/inventory/movements', { movements: [sale('x')] })).status).toBe(404);
    expect((await monitoring.request('/v1/stores/none/inventory')).status).toBe(404);
    expect((await monitoring.request(`${PATH}/4006381333931/movements`)).status).toBe(404);
  });

  it('When policies are set for store and product, then the product’s go first', async () => {
    const path = '/v1/stores/corner/replenishment-policy';
    expect((await send('PUT', path, { mode: 'approve', coverDays: 7 })).status).toBe(200);
    const answer = await send('PUT', `${path}/products/${TEA}`, { mode: 'automatic', palletLayerCases: 4 });
    expect((await answer.json()) as PolicyBody).toMatchObject({
      choices: { mode: 'automatic', palletLayerCases: 4 },
      policy: { mode: 'automatic', coverDays: 7, serviceLevel: 0.95 },
      changedBy: ADMIN.email,
    });
    expect(await get<PolicyBody>(path)).toMatchObject({ gtin: null, policy: { mode: 'approve' } });
    expect((await send('PUT', path, { serviceLevel: 2 })).status).toBe(400);
    const calendar = { orderWeekdays: [1], deliveryWeekdays: [2], cutOff: '10:00', timeZone: 'Mars/Olympus' };
    expect((await send('PUT', path, { calendar })).status).toBe(400);
  });

  it('When goods of a reorder come in parts, at once and told again, then each part is in the book once', async () => {
    const { reorderId } = await writeOutOfStock(monitoring.database);
    const before = await onHand();
    for (const to of ['APPROVED', 'SENT', 'ACKED']) expect((await step(reorderId, { to })).status).toBe(200);
    expect((await step(reorderId, { to: 'CHANGED', quantity: 13 })).status).toBe(400);
    expect((await step(reorderId, { to: 'CHANGED', quantity: 24 })).status).toBe(200);
    expect((await step(reorderId, { to: 'PARTLY_RECEIVED' })).status).toBe(400);
    const part = (receiptId: string, quantity: number): Promise<Response> =>
      step(reorderId, { to: 'PARTLY_RECEIVED', receipt: { receiptId, quantity } });
    const answers = await Promise.all([part('1', 6), part('1', 6), part('2', 6), part('3', 6)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const partly = await get<ReorderBody>(`/v1/reorders/${reorderId}`);
    expect(partly).toMatchObject({ state: 'PARTLY_RECEIVED', quantity: 24, cases: 4, received: 18 });
    expect(await onHand()).toBe(before + 18);
    expect((await step(reorderId, { to: 'RECEIVED' })).status).toBe(200);
    expect((await step(reorderId, { to: 'RECEIVED' })).status).toBe(200);
    expect(await onHand()).toBe(before + 24);
    expect((await step(reorderId, { to: 'CLOSED' })).status).toBe(200);
  });

  it('When goods are overdue beyond the days of grace, then the order expires, and may still arrive', async () => {
    const { reorderId } = await writeOutOfStock(monitoring.database, { slotId: 'corner-2' });
    for (const to of ['APPROVED', 'SENT']) expect((await step(reorderId, { to })).status).toBe(200);
    const { database } = monitoring;
    const logger = { warn: () => undefined } as never;
    const sweeper = new ExpireReorders(
      database,
      new ChangeReorder(database, new ReviewDecisions(database, logger)),
      logger,
    );
    // Two days of lead time and three of grace.
    expect(await sweeper.sweep(new Date(Date.now() + 4 * 86_400_000))).toEqual([]);
    expect(await sweeper.sweep(new Date(Date.now() + 6 * 86_400_000))).toEqual([reorderId]);
    const before = await onHand();
    expect((await step(reorderId, { to: 'RECEIVED' })).status).toBe(200);
    expect(await onHand()).toBe(before + 12);
  });
});
