import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportBody, MislabelReport, SampleList } from '@shelfwatch/contracts';
import { drawPackage } from '../testing/draw-package.js';
import { makeZip } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining, until } from '../testing/retraining-harness.js';

const PRODUCTS = 10;
const PICTURES = 14;
/** Product and picture of those that lie in another product's folder. */
const WRONG = [
  ...[
    [0, 3],
    [1, 7],
    [2, 0],
    [3, 13],
    [4, 5],
    [5, 2],
    [6, 6],
    [7, 9],
  ],
] as [number, number][];

describe('finding wrong labels', () => {
  let service: RetrainingHarness;
  let wrongIds: Map<string, string>;

  beforeAll(async () => {
    service = await startRetraining();
    const files: Record<string, Buffer> = {};
    const wrong = new Map<string, number>();
    for (let product = 0; product < PRODUCTS; product += 1)
      for (let picture = 0; picture < PICTURES; picture += 1) {
        const isWrong = WRONG.some(([it, number]) => it === product && number === picture);
        const folder = isWrong ? (product + 3) % PRODUCTS : product;
        const name = `product ${folder}/day-${picture % 7}/${product}-${picture}.jpg`;
        files[name] = await drawPackage(product, picture);
        if (isWrong) wrong.set(name, product);
      }
    const answer = await service.upload('/v1/data-sets/drawn/imports', await makeZip(files));
    const { importId } = (await answer.json()) as ImportBody;
    const { report } = await until(
      () => service.get<ImportBody>(`/v1/data-sets/drawn/imports/${importId}`),
      ({ state }) => state === 'succeeded',
    );
    expect(report.added).toBe(PRODUCTS * PICTURES);
    const { samples } = await service.get<SampleList>('/v1/data-sets/drawn/samples?limit=500');
    const labelOf = new Map(samples.map(({ name, label }) => [name, label]));
    wrongIds = new Map();
    for (const [path, product] of wrong) {
      const bytes = files[path]!;
      for (const { sampleId, pictureUrl, name } of samples) {
        if (name !== path.split('/')[0]) continue;
        const picture = await fetch(`${service.url}${pictureUrl}`);
        if (Buffer.from(await picture.arrayBuffer()).equals(bytes))
          wrongIds.set(sampleId, labelOf.get(`product ${product}`)!);
      }
    }
    expect(wrongIds.size).toBe(WRONG.length);
  });
  afterAll(() => service.stop());

  const find = (body: object = {}, dataSet = 'drawn') => service.post(`/v1/data-sets/${dataSet}/mislabels`, body);

  it('When some pictures lie in wrong folders, then they are found with their right labels, few others are, and the service answers meanwhile', async () => {
    let answered = 0;
    let isDone = false;
    const report = find().then(async (answer) => {
      isDone = true;
      return (await answer.json()) as MislabelReport;
    });
    while (!isDone) {
      await service.get('/v1/data-sets');
      answered += 1;
    }
    const { checked, suspects } = await report;
    expect(checked).toBe(PRODUCTS * PICTURES);
    const found = suspects.filter(({ sampleId }) => wrongIds.has(sampleId));
    expect(found).toHaveLength(WRONG.length);
    expect(found.map(({ suggested }) => suggested)).toEqual(found.map(({ sampleId }) => wrongIds.get(sampleId)));
    expect(suspects.length - found.length).toBeLessThanOrEqual(2);
    expect(answered).toBeGreaterThan(20);
  });

  it('When it is asked again, then the answer is the same, without a look at the pictures', async () => {
    const ask = async () => (await (await find()).json()) as MislabelReport;
    const first = await ask();
    await rm(join(service.folder, 'pictures'), { recursive: true });
    expect(await ask()).toEqual(first);
  });

  it('When there is no such data set or model, then the answer says so', async () => {
    expect((await find({}, 'nothing')).status).toBe(404);
    const answer = await find({ model: 'nowhere' });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'MODEL_UNKNOWN' }]);
  });
});
