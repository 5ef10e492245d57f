import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportBody, MislabelSearchBody, MislabelSearchDetail, SampleList } from '@shelfwatch/contracts';
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

  /** @returns how many were added */
  async function importZip(dataSet: string, files: Record<string, Buffer>): Promise<number> {
    const answer = await service.upload(`/v1/data-sets/${dataSet}/imports`, await makeZip(files));
    const { importId } = (await answer.json()) as ImportBody;
    const { report } = await until(
      () => service.get<ImportBody>(`/v1/data-sets/${dataSet}/imports/${importId}`),
      ({ state }) => state === 'succeeded',
    );
    return report.added;
  }

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
    expect(await importZip('drawn', files)).toBe(PRODUCTS * PICTURES);
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

  const post = (dataSet = 'drawn', body: object = {}) => service.post(`/v1/data-sets/${dataSet}/mislabels`, body);
  const look = ({ dataSet, searchId }: MislabelSearchBody) =>
    service.get<MislabelSearchDetail>(`/v1/data-sets/${dataSet}/mislabels/${searchId}`);
  async function start(dataSet?: string): Promise<MislabelSearchBody> {
    const answer = await post(dataSet);
    expect(answer.status).toBe(202);
    return (await answer.json()) as MislabelSearchBody;
  }
  const end = (search: MislabelSearchBody) =>
    until(
      () => look(search),
      ({ state }) => state !== 'running',
      60_000,
    );

  it('When some pictures lie in wrong folders, then they are found with their right labels, few others are, and progress is told meanwhile', async () => {
    const started = await start();
    expect(started).toMatchObject({ state: 'running', dataSet: 'drawn', startedBy: expect.any(String) as string });
    const told: MislabelSearchDetail[] = [];
    const { checked, found, suspects } = await until(
      async () => {
        told.push(await look(started));
        return told.at(-1)!;
      },
      ({ state }) => state !== 'running',
      60_000,
    );
    const right = suspects.filter(({ sampleId }) => wrongIds.has(sampleId));
    expect(right).toHaveLength(WRONG.length);
    expect(right.map(({ suggested }) => suggested)).toEqual(right.map(({ sampleId }) => wrongIds.get(sampleId)));
    expect([checked, found]).toEqual([PRODUCTS * PICTURES, suspects.length]);
    expect(suspects.length - right.length).toBeLessThanOrEqual(2);
    expect(told.length).toBeGreaterThan(20);
    const done = told.map((it) => it.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told.some((it) => it.stage === 'pictures' && it.done > 0 && it.done < it.total!)).toBe(true);
    expect(told.at(-1)).toMatchObject({ state: 'succeeded', stage: null, done: checked, total: checked });
  });

  it('When one is under way, then another one of the same data set is refused', async () => {
    const started = await start();
    const answer = await post();
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'SEARCH_BUSY' }]);
    await end(started);
  });

  it('When found samples are given another label or taken out, then the result is kept and says so', async () => {
    const before = await end(await start());
    const [moved, out] = before.suspects as [(typeof before.suspects)[0], (typeof before.suspects)[0]];
    const relabel = (sampleId: string, label: string | null) =>
      service.post('/v1/data-sets/drawn/samples/relabel', { sampleIds: [sampleId], label });
    await relabel(moved.sampleId, moved.suggested);
    await relabel(out.sampleId, null);
    const after = await look(before);
    expect(after.suspects.slice(0, 2).map(({ labelNow }) => labelNow)).toEqual([moved.suggested, null]);
    expect(after.suspects.slice(2)).toEqual(before.suspects.slice(2));
    await relabel(moved.sampleId, moved.label);
    await relabel(out.sampleId, out.label);
    expect(await look(before)).toEqual(before);
  });

  it('When the service ends meanwhile, then the search begins again by itself and comes to its end', async () => {
    const files: Record<string, Buffer> = {};
    for (let product = 0; product < PRODUCTS; product += 1)
      for (let picture = 0; picture < PICTURES; picture += 1)
        files[`product ${product}/day-${picture % 7}/${picture}.jpg`] = await drawPackage(product, 100 + picture);
    const added = await importZip('cut-short', files);
    const started = await start('cut-short');
    await until(
      () => look(started),
      ({ stage, done }) => stage === 'pictures' && done > 0,
    );
    await service.restart();
    expect(await look(started)).toMatchObject({ state: 'running', checked: null });
    expect(await end(started)).toMatchObject({ state: 'succeeded', checked: added, done: added });
  });

  it('When it is asked again, then the result is the same, without a look at the pictures, and searches are listed newest first', async () => {
    const first = await end(await start());
    await rm(join(service.folder, 'pictures'), { recursive: true });
    const again = await end(await start());
    expect(again.suspects).toEqual(first.suspects);
    const { searches } = await service.get<{ searches: MislabelSearchBody[] }>('/v1/data-sets/drawn/mislabels');
    expect(searches.slice(0, 2).map(({ searchId }) => searchId)).toEqual([again.searchId, first.searchId]);
    expect(searches[0]).toMatchObject({ state: 'succeeded', found: first.found });
  });

  it('When there is no such data set, model or search, then the answer says so at once', async () => {
    expect((await post('nothing')).status).toBe(404);
    const answer = await post('drawn', { model: 'nowhere' });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'MODEL_UNKNOWN' }]);
    const { searches } = await service.get<{ searches: MislabelSearchBody[] }>('/v1/data-sets/drawn/mislabels');
    const elsewhere = await fetch(`${service.url}/v1/data-sets/nothing/mislabels/${searches[0]!.searchId}`);
    expect(elsewhere.status).toBe(404);
  });
});
