import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RetrainingHarness, startRetraining } from '../testing/retraining-harness.js';

/** Who monitoring says the bearer of a key is; anybody else is a stranger. */
const KEYS: Record<string, { role: string }> = {
  engineer: { role: 'ml-engineer' },
  manager: { role: 'manager' },
};

describe('access to retraining', () => {
  let monitoring: Server;
  let service: RetrainingHarness;

  beforeAll(async () => {
    monitoring = createServer((request, response) => {
      const name = request.headers.authorization?.replace('Bearer ', '') ?? '';
      const known = KEYS[name];
      const body = known && { email: `${name}@shop.example`, name, role: known.role, storeIds: [] };
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => void monitoring.listen(0, '127.0.0.1', resolve));
    const monitoringUrl = `http://127.0.0.1:${(monitoring.address() as AddressInfo).port}`;
    service = await startRetraining({ RETRAINING_TOKEN: 'a token of some length', MONITORING_URL: monitoringUrl });
  });
  afterAll(async () => {
    await service.stop();
    monitoring.closeAllConnections();
    monitoring.close();
  });

  const ask = async (bearer: string | undefined, method: 'GET' | 'POST' = 'GET') =>
    (
      await fetch(`${service.url}/v1/registry${method === 'POST' ? '/rollback' : ''}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(method === 'POST' ? { body: JSON.stringify({ reason: 'for a test' }) } : {}),
      })
    ).status;

  it('When nobody says who they are, or a stranger asks, then they stay outside; the probes answer', async () => {
    expect(await ask(undefined)).toBe(401);
    expect(await ask('stranger')).toBe(401);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  });

  it('When a manager asks, then they may read and not change; an ML engineer and a program with the token may both', async () => {
    expect([await ask('manager'), await ask('manager', 'POST')]).toEqual([200, 403]);
    // 409: allowed, but nothing was live before.
    expect([await ask('engineer'), await ask('engineer', 'POST')]).toEqual([200, 409]);
    expect([await ask('a token of some length'), await ask('a token of some length', 'POST')]).toEqual([200, 409]);
  });
});
