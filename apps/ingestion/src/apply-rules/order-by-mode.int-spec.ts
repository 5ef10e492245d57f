import { TOPICS } from '@shelfwatch/contracts';
import type { PolicyChoices } from '@shelfwatch/domain';
import { type ReorderEntity, WHOLE_STORE } from '@shelfwatch/persistence';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { drawShelf, GTINS } from '../testing/colour-shelf.js';
import { colourShop } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';

const at = (seconds: number): Date => new Date(Date.parse('2026-05-04T08:00:00Z') + seconds * 1_000);
const NO_LIMITS = { valueCents: null, cases: null, categories: [] };

describe('what becomes of an order that the rules find', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url });
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  /** A shop of its own sells out its first product, and nothing is in the back room. */
  async function orderUnder(storeId: string, choices: PolicyChoices): Promise<ReorderEntity> {
    const { unit } = ingestion.database;
    await ingestion.addShop(colourShop({ storeId, cameraId: storeId }));
    await unit.policies.choose(storeId, WHOLE_STORE, choices, 'spec', at(-60));
    for (const seconds of [0, 5, 10, 15, 20]) {
      const bytes = await drawShelf({ contents: { a: ['empty', 'empty', 'empty'] }, noiseSeed: seconds });
      await ingestion.publish({ cameraId: storeId, capturedAt: at(seconds), bytes });
    }
    return until('an order', async () => (await unit.reorders.list({ storeId }))[0]);
  }
  const requests = (storeId: string): unknown[] =>
    ingestion
      .messages(TOPICS.reorderRequested.name)
      .map(({ value }) => JSON.parse(value.toString()) as { storeId: string })
      .filter((message) => message.storeId === storeId);
  const approvals = (storeId: string): unknown[] =>
    ingestion
      .messages(TOPICS.reorderChanged.name)
      .map(({ value }) => JSON.parse(value.toString()) as { storeId: string; state: string })
      .filter((message) => message.storeId === storeId && message.state === 'APPROVED');

  it('When the policy is automatic, then the order is approved without a person, and inventory systems hear of it', async () => {
    const order = await orderUnder('automatic', { mode: 'automatic', limits: NO_LIMITS });
    expect(order).toMatchObject({ gtin: GTINS.red, state: 'APPROVED' });
    await until('the approval on the stream', async () => approvals('automatic').length > 0);
    expect(approvals('automatic')).toHaveLength(1);
    const history = await ingestion.database.unit.reorders.changes(order.reorderId);
    expect(history.map(({ state, actor }) => [state, actor])).toEqual([
      ['PROPOSED', 'shelfwatch'],
      ['APPROVED', 'shelfwatch'],
    ]);
  });

  it.each([
    ['advise', 'advice', { mode: 'advise' }],
    ['approve', 'needs-approval', { mode: 'approve' }],
    ['above-the-limit', 'needs-approval', { mode: 'automatic', limits: { ...NO_LIMITS, valueCents: 1 } }],
    ['for-people', 'needs-approval', { mode: 'automatic', limits: { ...NO_LIMITS, categories: ['boxes'] } }],
  ] as const)('When it is %s, then inventory systems hear of it as %s', async (storeId, approval, choices) => {
    const order = await orderUnder(storeId, choices as PolicyChoices);
    expect(order.state).toBe('PROPOSED');
    await until('the message', async () => requests(storeId).length > 0);
    expect(requests(storeId)).toMatchObject([{ reorderId: order.reorderId, approval }]);
    expect(approvals(storeId)).toEqual([]);
  });
});
