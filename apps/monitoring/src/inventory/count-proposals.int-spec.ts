import type { CountProposals, InventoryMovementsResult } from '@shelfwatch/contracts';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';

const TEA = '08904000210037';
const PATH = '/v1/stores/corner/inventory';

describe('guided counts', () => {
  let monitoring: RunningMonitoring;
  const proposals = async (query = ''): Promise<CountProposals['proposals']> =>
    ((await (await monitoring.request(`${PATH}/count-proposals${query}`)).json()) as CountProposals).proposals;
  const tell = async (movement: object): Promise<void> => {
    const row = { gtin: TEA, effectiveAt: new Date().toISOString(), ...movement };
    const response = await monitoring.request(`${PATH}/movements`, { method: 'POST', json: { movements: [row] } });
    expect((await response.json()) as InventoryMovementsResult).toMatchObject({ recorded: 1 });
  };

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    await monitoring.request('/v1/shops/corner', { method: 'PUT', json: cornerShop() });
  }, 60_000);
  afterAll(() => monitoring.stop());

  it('When an inventory system told figures that nobody counted, then the product is proposed, with its place', async () => {
    expect(await proposals()).toMatchObject([
      {
        product: { gtin: TEA, name: 'Tea' },
        reason: 'It was never counted.',
        places: [{ slotId: 'corner-1', aisle: 'A', shelf: 1, position: 1 }],
        countedAt: null,
      },
    ]);
  });

  it('When more is sold than the book has, then the reason says so', async () => {
    await tell({ kind: 'sale', idempotencyKey: 'too-many', quantity: 7 });
    const [tea] = await proposals();
    expect(tea).toMatchObject({ risk: 1, reason: 'The book had none left when 3 items more went out: it is wrong.' });
  });

  it('When it was counted, then it has left the list', async () => {
    await tell({ kind: 'count', idempotencyKey: 'by hand', shelf: 5, backroom: 2 });
    expect(await proposals()).toEqual([]);
  });

  it('When the number for a day cannot be, or the store is not known, then the answer says so', async () => {
    expect((await monitoring.request(`${PATH}/count-proposals?perDay=0`)).status).toBe(400);
    expect((await monitoring.request('/v1/stores/nowhere/inventory/count-proposals')).status).toBe(404);
  });
});
