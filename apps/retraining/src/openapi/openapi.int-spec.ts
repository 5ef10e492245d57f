import { type RetrainingHarness, startRetraining } from '../testing/retraining-harness.js';
import { retrainingDocument } from './openapi-document.js';
import { OPERATIONS } from './operations.js';

describe('the description of the API', () => {
  let service: RetrainingHarness;
  beforeAll(async () => {
    service = await startRetraining({ RETRAINING_TOKEN: 'a token of the service' });
  });
  afterAll(() => service.stop());

  it('When the service runs, then it serves what is described, no more and no less, and shows the description to all', async () => {
    const described = OPERATIONS.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    const served = service.routes().filter((route) => route.includes(' /v1/'));
    expect(served.sort()).toEqual(described.sort());
    expect(await service.get('/openapi.json')).toEqual(JSON.parse(JSON.stringify(retrainingDocument())));
  });
});
