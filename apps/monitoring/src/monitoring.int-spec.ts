import { randomUUID } from 'node:crypto';
import {
  type CameraList,
  type CameraShelf,
  type CreatedApiKey,
  type ReorderBody,
  type ReorderList,
  type StockEventDetail,
  type StockEventList,
  toCloudEventHeaders,
  TOPICS,
} from '@shelfwatch/contracts';
import { createEventStream } from '@shelfwatch/messaging';
import { hashToken, newToken } from './auth/secret-token.js';
import { OPERATIONS } from './openapi/operations.js';
import { cornerShop } from './testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from './testing/running-monitoring.js';
import { writeOutOfStock } from './testing/sample-facts.js';

describe('monitoring', () => {
  let monitoring: RunningMonitoring;
  let ids: { eventId: string; reorderId: string };
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const post = (path: string, json: unknown): Promise<Response> => monitoring.request(path, { method: 'POST', json });
  const putShop = (shop: unknown): Promise<Response> =>
    monitoring.request('/v1/shops/corner', { method: 'PUT', json: shop });

  beforeAll(async () => {
    monitoring = await startMonitoring();
  }, 60_000);
  afterAll(() => monitoring.stop());

  describe('access', () => {
    it('When nobody is signed in, then data is refused and the probes answer', async () => {
      expect((await monitoring.request('/v1/stock-events')).status).toBe(401);
      expect((await monitoring.request('/health/ready')).status).toBe(200);
      expect((await monitoring.request('/openapi.json')).status).toBe(200);
    });

    it('When the password is wrong, then the answer does not tell which part was', async () => {
      const wrongPassword = await monitoring.signIn(ADMIN.email, 'guess');
      const wrongUser = await monitoring.signIn('nobody@example.com', 'guess');
      expect([wrongPassword.status, wrongUser.status]).toEqual([401, 401]);
      const [first, second] = [await wrongPassword.json(), await wrongUser.json()] as { detail: string }[];
      expect(first!.detail).toBe(second!.detail);
    });

    it('When a password is guessed too often, then the caller has to wait', async () => {
      const statuses = [];
      for (let guess = 0; guess < 10; guess += 1)
        statuses.push((await monitoring.signIn('guessed@example.com', 'x')).status);
      expect(statuses.at(-1)).toBe(429);
    });

    it('When the first administrator signs in, then the cookie is closed to scripts and other sites', async () => {
      const response = await monitoring.signIn(ADMIN.email.toUpperCase(), ADMIN.password);
      expect(await response.json()).toEqual({ email: ADMIN.email, name: 'Administrator', role: 'admin' });
      expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
      expect((await monitoring.request('/v1/auth/me')).status).toBe(200);
    });

    it('When another site sends a form, then it is refused', async () => {
      const response = await monitoring.request('/v1/auth/sign-out', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect(response.status).toBe(403);
    });

    it('When a program has a key, then it may do what its role may and no more', async () => {
      const key = newToken('sw_');
      await monitoring.database.unit.apiKeys.add({
        keyId: randomUUID(),
        name: 'erp',
        keyHash: hashToken(key),
        role: 'ml-engineer',
      });
      const headers = { authorization: `Bearer ${key}` };
      expect((await fetch(`${monitoring.url}/v1/stores`, { headers })).status).toBe(200);
      const put = await fetch(`${monitoring.url}/v1/shops/corner`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(cornerShop()),
      });
      expect(put.status).toBe(403);
    });
  });

  describe('accounts', () => {
    const withKey = (key: string, path: string): Promise<Response> =>
      fetch(`${monitoring.url}${path}`, { headers: { authorization: `Bearer ${key}` } });

    it('When a program gets a key, then it is shown once, works, and no longer after it was revoked', async () => {
      const created = (await (await post('/v1/api-keys', { name: 'wms', role: 'integrator' })).json()) as CreatedApiKey;
      expect(created.key).toMatch(/^sw_/);
      expect((await withKey(created.key, '/v1/reorders')).status).toBe(200);
      expect((await withKey(created.key, '/v1/api-keys')).status).toBe(403);
      expect(await (await monitoring.request('/v1/api-keys')).text()).not.toContain(created.key);
      const revoke = (): Promise<Response> => monitoring.request(`/v1/api-keys/${created.keyId}`, { method: 'DELETE' });
      expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
      expect((await withKey(created.key, '/v1/reorders')).status).toBe(401);
    });

    it('When a manager gets an account, then nobody else can have the same e-mail address', async () => {
      const user = { email: 'Mia@example.com', name: 'Mia', role: 'manager', password: 'a long password' };
      expect((await post('/v1/users', user)).status).toBe(201);
      expect((await post('/v1/users', user)).status).toBe(409);
      expect((await post('/v1/users', { ...user, password: 'short' })).status).toBe(400);
      const users = await (await monitoring.request('/v1/users')).text();
      expect(users).toContain('mia@example.com');
      expect(users).not.toContain('scrypt');
    });
  });

  describe('bodies', () => {
    const large = JSON.stringify({ padding: 'x'.repeat(400_000) });
    const headers = { 'content-type': 'application/json' };

    it('When a stranger sends a large body, then it is refused unread', async () => {
      const init = { method: 'PUT', headers, body: large };
      expect((await fetch(`${monitoring.url}/v1/shops/corner`, init)).status).toBe(401);
      expect((await monitoring.request('/v1/shops/corner', init)).status).toBe(400);
      const signIn = await fetch(`${monitoring.url}/v1/auth/sign-in`, { ...init, method: 'POST' });
      expect(signIn.status).toBe(413);
    });

    it('When a body is no JSON, then the answer is a problem', async () => {
      const init = { method: 'PUT', headers, body: '{' };
      const response = await monitoring.request('/v1/shops/corner', init);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    });
  });

  describe('a shop', () => {
    it('When its definition contradicts itself, then every contradiction is named with its place and nothing is stored', async () => {
      const shop = cornerShop();
      shop.slots[0]!.fixtureId = 'bay-9';
      shop.cameras[0]!.view!.regions[1]!.facing = 7;
      const response = await putShop(shop);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        code: 'SHOP_CONTRADICTS_ITSELF',
        errors: [{ path: 'slots.0.fixtureId' }, { path: 'cameras.0.view.regions.1.facing' }],
      });
      expect(await get('/v1/stores')).toEqual({ stores: [] });
    });

    it('When a GTIN has a wrong check digit, then the row and the reason are named', async () => {
      const shop = cornerShop();
      shop.products[1]!.gtin = '7300011000018';
      const response = await putShop(shop);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ path: 'products.1.gtin', message: expect.stringContaining('check digit') }],
      });
    });

    it('When it is sent, twice even, then the platform knows it once', async () => {
      const answer = { storeId: 'corner', products: 2, slots: 2, cameras: 1 };
      expect(await (await putShop(cornerShop())).json()).toEqual(answer);
      expect(await (await putShop(cornerShop())).json()).toEqual(answer);
      expect(await get('/v1/stores')).toEqual({
        stores: [{ storeId: 'corner', name: 'Corner shop', timeZone: 'Europe/Berlin' }],
      });
      expect((await get<CameraList>('/v1/cameras')).cameras).toMatchObject([
        { cameraId: 'corner-cam', calibrated: true, slots: { unknown: 1 } },
      ]);
    });

    it('When a camera is looked at before its first picture, then its slots are unknown and it has no picture', async () => {
      const shelf = await get<CameraShelf>('/v1/cameras/corner-cam/shelf');
      expect(shelf).toMatchObject({
        picture: null,
        slots: [{ slotId: 'corner-1', status: 'unknown', product: { name: 'Tea' } }],
      });
      expect(shelf.slots[0]!.quads).toHaveLength(2);
    });

    it('When a product has a picture, then it is served for ever and to nobody who is not signed in', async () => {
      const [slot] = (await get<CameraShelf>('/v1/cameras/corner-cam/shelf')).slots;
      const picture = await monitoring.request(slot!.product.pictureUrl!);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(picture.headers.get('cache-control')).toContain('immutable');
      expect((await fetch(`${monitoring.url}${slot!.product.pictureUrl}`)).status).toBe(401);
      expect((await monitoring.request('/v1/pictures/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
    });
  });

  describe('stock events and reorders', () => {
    beforeAll(async () => {
      ids = await writeOutOfStock(monitoring.database);
    });

    it('When an event is open, then people see product, place, remedy, reason and the order', async () => {
      const { events } = await get<StockEventList>('/v1/stock-events?storeId=corner&status=open');
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({
        product: { name: 'Tea', brand: 'Leaf' },
        place: { aisle: 'A', fixtureName: 'Bay 1', shelf: 1, position: 1 },
        decision: { remedy: 'REORDER', reason: 'Position 4 is under 30.' },
        reorder: { state: 'PROPOSED', cases: 2 },
      });
      expect(events[0]!.ageSeconds).toBeGreaterThanOrEqual(60);
      expect(await (await monitoring.request('/v1/stock-events.csv')).text()).toContain('08904000210037');
    });

    it('When a time is given, then only what was opened in it is listed', async () => {
      const [event] = (await get<StockEventList>('/v1/stock-events')).events;
      const openedAt = encodeURIComponent(event!.openedAt);
      expect((await get<StockEventList>(`/v1/stock-events?from=${openedAt}`)).events).toHaveLength(1);
      expect((await get<StockEventList>(`/v1/stock-events?to=${openedAt}`)).events).toEqual([]);
    });

    it('When a query is wrong, then the field is named', async () => {
      const response = await monitoring.request('/v1/stock-events?kind=nonsense');
      expect(await response.json()).toMatchObject({ status: 400, errors: [{ path: 'kind' }] });
    });

    it('When a reorder is approved, then that is a step of its history and a message on the stream', async () => {
      const response = await post(`/v1/reorders/${ids.reorderId}/transitions`, { to: 'APPROVED', reason: 'needed' });
      expect((await response.json()) as ReorderBody).toMatchObject({
        state: 'APPROVED',
        allowedTransitions: expect.arrayContaining(['SENT']),
        history: [
          { state: 'PROPOSED' },
          { previous: 'PROPOSED', state: 'APPROVED', actor: ADMIN.email, reason: 'needed' },
        ],
      });
      // Nobody relays here: what was written waits.
      expect(await monitoring.database.unit.outbox.lagMs()).toBeGreaterThan(0);
    });

    it('When a step is asked for again, then nothing happens a second time', async () => {
      const response = await post(`/v1/reorders/${ids.reorderId}/transitions`, { to: 'APPROVED', reason: 'again' });
      expect(response.status).toBe(200);
      expect((await get<ReorderBody>(`/v1/reorders/${ids.reorderId}`)).history).toHaveLength(2);
    });

    it('When a step is not allowed, then the answer says which ones are', async () => {
      const response = await post(`/v1/reorders/${ids.reorderId}/transitions`, { to: 'CLOSED', reason: 'x' });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('SENT') });
    });

    it('When a manager says that nothing is out of stock, then the event is retracted and the unsent order cancelled', async () => {
      const answer = (): Promise<Response> =>
        post(`/v1/stock-events/${ids.eventId}/answers`, { answer: 'not-out-of-stock' });
      // Two managers at the same moment.
      const answers = await Promise.all([answer(), answer()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const detail = (await answers.find(({ ok }) => ok)!.json()) as StockEventDetail;
      expect(detail).toMatchObject({ status: 'retracted', reorder: null });
      expect(detail.history.map(({ change }) => change)).toEqual(['opened', 'updated', 'retracted']);
      const { reorders } = await get<ReorderList>('/v1/reorders');
      expect(reorders[0]).toMatchObject({ state: 'CANCELLED' });
      const levels = await monitoring.database.unit.stockLevels.of('corner', ['08904000210037']);
      expect(levels.get('08904000210037')!.onOrder).toBe(0);
    });

    it.each(['/v1/stock-events/nonsense', `/v1/stock-events/${randomUUID()}`, '/v1/cameras/none/shelf'])(
      'When %s is asked for, then it is not found',
      async (path) => {
        expect((await monitoring.request(path)).status).toBe(404);
      },
    );
  });

  describe('the live stream', () => {
    /** Reads server-sent events until one has this name. */
    const readUntil = async (response: Response, name: string): Promise<string> => {
      let text = '';
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        if (new RegExp(`event: ${name}\\n[^]*\\n\\n`).test(text)) return text;
      }
      return text;
    };

    it('When something is published, then browsers hear of it; one that comes back hears what it missed', async () => {
      const stream = createEventStream({ databaseUrl: monitoring.databaseUrl, clientId: 'spec' });
      const publish = (eventId: string): Promise<void> => {
        const type = TOPICS.stockEventChanged.name;
        const value = Buffer.from(JSON.stringify({ eventId, storeId: 'corner' }));
        return stream.publish([
          { topic: type, key: 'k', value, headers: toCloudEventHeaders({ type, source: '/spec', time: new Date() }) },
        ]);
      };
      const abort = new AbortController();
      const live = await monitoring.request('/v1/stream?storeId=corner', { signal: abort.signal });
      await publish('first');
      const text = await readUntil(live, 'stock-event');
      expect(text).toContain('"eventId":"first"');
      abort.abort();
      await publish('second');
      const lastId = /id: (\S+)/.exec(text)![1]!;
      const back = await monitoring.request('/v1/stream?storeId=corner', { headers: { 'last-event-id': lastId } });
      const missed = await readUntil(back, 'stock-event');
      expect(missed).toContain('"eventId":"second"');
      expect(missed).not.toContain('"first"');
      const stranger = await monitoring.request('/v1/stream', { headers: { 'last-event-id': 'elsewhere-1' } });
      expect(await readUntil(stranger, 'resync')).toContain('event: resync');
      await stream.close();
    }, 30_000);
  });

  it('When a route comes or goes, then the OpenAPI document says so', () => {
    const documented = OPERATIONS.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    const served = monitoring.routes().filter((route) => route.includes(' /v1/'));
    expect(served.sort()).toEqual(documented.sort());
  });

  it('When somebody signs out, then the session is over', async () => {
    expect((await post('/v1/auth/sign-out', {})).status).toBe(204);
    expect((await monitoring.request('/v1/auth/me')).status).toBe(401);
  });

  it('When the database goes away, then requests fail as worth another try; when it is back, all works', async () => {
    monitoring.databaseWire.cut();
    const response = await monitoring.request('/v1/stores');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ code: 'PERSISTENCE_UNAVAILABLE' });
    const ready = await monitoring.request('/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([503, { checks: { database: { status: 'down' } } }]);
    monitoring.databaseWire.mend();
    expect((await monitoring.signIn(ADMIN.email, ADMIN.password)).status).toBe(200);
    expect((await monitoring.request('/v1/stores')).status).toBe(200);
  });
});
