import type { StockEventDetail, SuppressionBody, SuppressionList } from '@shelfwatch/contracts';
import { randomUUID } from 'node:crypto';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';

const PATH = '/v1/stores/corner/suppressions';
const HOUR_MS = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('expected gaps', () => {
  let monitoring: RunningMonitoring;
  let eventId: string;
  const send = (method: string, path: string, json?: unknown): Promise<Response> =>
    monitoring.request(path, { method, ...(json === undefined ? {} : { json }) });
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const remedy = async (): Promise<string | undefined> =>
    (await get<StockEventDetail>(`/v1/stock-events/${eventId}`)).decision?.remedy;
  const add = async (window: object): Promise<SuppressionBody> => {
    const response = await send('POST', PATH, { startsAt: at(-1), endsAt: at(1), reason: 'reset', ...window });
    expect(response.status).toBe(201);
    return (await response.json()) as SuppressionBody;
  };

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    expect((await send('PUT', '/v1/shops/corner', cornerShop())).status).toBe(200);
    ({ eventId } = await writeOutOfStock(monitoring.database));
  }, 60_000);
  afterAll(() => monitoring.stop());

  it.each([
    ['the whole store', {}],
    ['its fixture', { fixtureId: 'bay-1' }],
    ['its slot', { slotId: 'corner-1' }],
  ])('When gaps are expected in %s, then nobody is asked for anything until the window is ended', async (_, place) => {
    const before = await remedy();
    expect(before).not.toBe('EXPECTED_GAP');
    const { windowId } = await add(place);
    expect(await remedy()).toBe('EXPECTED_GAP');
    expect((await send('DELETE', `${PATH}/${windowId}`)).status).toBe(204);
    expect(await remedy()).toBe(before);
    expect((await send('DELETE', `${PATH}/${windowId}`)).status).toBe(404);
  });

  it('When a window is for another slot or lies ahead, then the event is asked for as before', async () => {
    await add({ slotId: 'corner-2' });
    const { windowId } = await add({ startsAt: at(5), endsAt: at(6) });
    expect(await remedy()).not.toBe('EXPECTED_GAP');
    const { windows } = await get<SuppressionList>(PATH);
    expect(windows.map(({ slotId }) => slotId)).toEqual(['corner-2', null]);
    await send('DELETE', `${PATH}/${windowId}`);
    expect((await get<SuppressionList>(PATH)).windows).toHaveLength(1);
  });

  it('When the store is closed, then gaps are expected until it opens', async () => {
    const today = new Date().getUTCDay() || 7;
    const tomorrow = [{ weekday: (today % 7) + 1, opensAt: '00:00', closesAt: '24:00' }];
    const shop = cornerShop();
    const closed = { ...shop, store: { ...shop.store, timeZone: 'UTC', openingHours: tomorrow } };
    expect((await send('PUT', '/v1/shops/corner', closed)).status).toBe(200);
    const { decision } = await get<StockEventDetail>(`/v1/stock-events/${eventId}`);
    expect(decision).toMatchObject({ remedy: 'EXPECTED_GAP', reason: expect.stringContaining('closed') });
    expect((await send('PUT', '/v1/shops/corner', shop)).status).toBe(200);
    expect(await remedy()).not.toBe('EXPECTED_GAP');
  });

  it('When opening hours contradict themselves, then the shop is refused with the reason', async () => {
    const shop = cornerShop();
    const openingHours = [{ weekday: 1, opensAt: '20:00', closesAt: '08:00' }];
    const response = await send('PUT', '/v1/shops/corner', { ...shop, store: { ...shop.store, openingHours } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'store' }] });
  });

  it.each([
    [{ endsAt: at(-2) }, 'endsAt'],
    [{ reason: ' ' }, 'reason'],
    [{ fixtureId: 'bay-9' }, 'fixtureId'],
    [{ slotId: 'elsewhere' }, 'slotId'],
  ])('When the window is %j, then the field %s is named', async (window, field) => {
    const response = await send('POST', PATH, { startsAt: at(-1), endsAt: at(1), reason: 'reset', ...window });
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ path: field }] });
  });

  it('When the store or the window is unknown, then it is not found', async () => {
    expect((await send('GET', '/v1/stores/none/suppressions')).status).toBe(404);
    expect((await send('DELETE', `${PATH}/${randomUUID()}`)).status).toBe(404);
  });
});
