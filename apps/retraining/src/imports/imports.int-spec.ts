import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSetDetail, DataSetVersion, ImportBody, SampleList } from '@shelfwatch/contracts';
import sharp from 'sharp';
import { blockPicture, makeZip } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining, until } from '../testing/retraining-harness.js';

describe('importing pictures', () => {
  let service: RetrainingHarness;

  beforeAll(async () => {
    service = await startRetraining();
  });
  afterAll(() => service.stop());

  const ended = (dataSet: string, { importId }: ImportBody) =>
    until(
      () => service.get<ImportBody>(`/v1/data-sets/${dataSet}/imports/${importId}`),
      ({ state }) => state !== 'running',
    );
  const importZip = async (dataSet: string, files: Readonly<Record<string, Buffer | string>>, query = '') => {
    const answer = await service.upload(`/v1/data-sets/${dataSet}/imports${query}`, await makeZip(files));
    expect(answer.status).toBe(202);
    return ended(dataSet, (await answer.json()) as ImportBody);
  };
  const refusals = ({ report }: ImportBody) => Object.fromEntries(report.refused.map((it) => [it.reason, it.count]));

  it('When a ZIP has a folder for each class, then its pictures become samples, whatever script the names are in', async () => {
    const files = {
      'shoot/緑茶/a.png': await blockPicture(1),
      'shoot/緑茶/b.png': await blockPicture(2),
      'shoot/8904000210037/c.png': await blockPicture(3),
      'shoot/empty/d.png': await blockPicture(4),
      'shoot/classes.csv': 'class,name\n8904000210037,"Tea, black"\n',
    };
    const done = await importZip('tea', files);
    expect(done).toMatchObject({ state: 'succeeded', done: 4, total: 4, report: { added: 4, refused: [] } });
    const { classList } = await service.get<DataSetDetail>('/v1/data-sets/tea');
    expect(classList.map(({ name, samples }) => [name, samples])).toEqual(
      expect.arrayContaining([
        ['緑茶', 2],
        ['Tea, black', 1],
        ['empty', 1],
      ]),
    );
    const { samples } = await service.get<SampleList>('/v1/data-sets/tea/samples?label=08904000210037');
    expect(samples).toMatchObject([{ label: '08904000210037', name: 'Tea, black', addedBy: 'anybody' }]);
    const picture = await fetch(`${service.url}${samples[0]!.pictureUrl}`);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(files['shoot/8904000210037/c.png']);
  });

  it.each<[string, Record<string, string>]>([
    ['is named by a GTIN', { '8904000210037/monday/': '8904000210037' }],
    ['stands beside classes.csv', { 'tea/monday/': 'Tea', 'classes.csv': 'class,name\ntea,Tea\n' }],
  ])('When the only folder %s, then it is a class and the folders in it are groups', async (_which, layout) => {
    const [[folder, name], ...others] = Object.entries(layout) as [[string, string], ...[string, string][]];
    const dataSet = `single-${name.toLowerCase()}`;
    const pictures = { [`${folder}a.png`]: await blockPicture(70), [`${folder}b.png`]: await blockPicture(71) };
    expect(await importZip(dataSet, { ...pictures, ...Object.fromEntries(others) })).toMatchObject({
      report: { added: 2 },
    });
    const { classList } = await service.get<DataSetDetail>(`/v1/data-sets/${dataSet}`);
    expect(classList).toMatchObject([{ name, samples: 2 }]);
  });

  it('When files are broken, empty, tiny, repeated or no pictures, then each is refused with its reason and the rest comes in', async () => {
    const good = await blockPicture(10);
    const jpeg = await sharp(await blockPicture(11, 256))
      .jpeg()
      .toBuffer();
    const done = await importZip('mixed', {
      ...{ 'a/good.png': good, 'a/again.png': good, 'a/nothing.png': '', 'a/notes.png': 'no picture' },
      ...{
        'a/tiny.png': await blockPicture(12, 16),
        'a/cut.jpg': jpeg.subarray(0, jpeg.length / 2),
        'loose.png': good,
      },
    });
    expect(done.state).toBe('succeeded');
    expect(refusals(done)).toEqual({
      ...{ 'exact-duplicate': 1, unreadable: 2, 'not-a-picture': 1, 'too-small': 1, 'no-class': 1 },
    });
    expect(done.report.added).toBe(1);
  });

  it('When a picture nearly repeats another one, then both are kept, in one group, and the report names them', async () => {
    const picture = await blockPicture(20, 128);
    const almost = await sharp(picture).jpeg({ quality: 60 }).toBuffer();
    const { report } = await importZip('near', {
      'a/one.png': picture,
      'a/two.jpg': almost,
      'a/other.png': await blockPicture(21),
    });
    expect(report.nearDuplicates).toMatchObject([{ file: 'a/two.jpg', like: 'a/one.png' }]);
    const { samples } = await service.get<SampleList>('/v1/data-sets/near/samples');
    expect(new Set(samples.map(({ group }) => group)).size).toBe(2);
  });

  it('When the same ZIP comes twice, then nothing is doubled', async () => {
    const files = { 'a/one.png': await blockPicture(30), 'b/two.png': await blockPicture(31) };
    await importZip('twice', files);
    expect(refusals(await importZip('twice', files))).toEqual({ 'exact-duplicate': 2 });
    expect((await service.get<SampleList>('/v1/data-sets/twice/samples')).total).toBe(2);
  });

  it('When names climb out of the ZIP, then those files are refused and nothing is written anywhere', async () => {
    // yazl will not write such names: they are put in afterwards, at the same length.
    const zip = await makeZip({ 'a/ok.png': await blockPicture(40), 'xx/xx/evil.png': await blockPicture(41) });
    const evil = Buffer.from(zip.toString('latin1').replaceAll('xx/xx/evil.png', '../../evil.png'), 'latin1');
    const answer = await service.upload('/v1/data-sets/evil/imports', evil);
    const done = await ended('evil', (await answer.json()) as ImportBody);
    expect(refusals(done)).toEqual({ 'unsafe-path': 1 });
    expect(done.report.added).toBe(1);
  });

  it('When a small ZIP would unpack to something huge, then the file is refused, not unpacked', async () => {
    const bomb = await makeZip({ 'a/bomb.png': Buffer.alloc(60e6), 'a/ok.png': await blockPicture(50) });
    expect(bomb.length).toBeLessThan(1e6);
    const answer = await service.upload('/v1/data-sets/bomb/imports', bomb);
    expect(refusals(await ended('bomb', (await answer.json()) as ImportBody))).toEqual({ 'too-large': 1 });
  });

  it('When what is sent is no ZIP, or something else altogether, then the answer says so at once', async () => {
    const answer = await service.upload('/v1/data-sets/none/imports', Buffer.from('hello'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'ZIP_UNUSABLE' });
    expect((await fetch(`${service.url}/v1/data-sets/none/imports`, { method: 'POST', body: 'x' })).status).toBe(415);
    expect((await service.upload('/v1/data-sets/..%2fup/imports', Buffer.from(''))).status).toBe(400);
  });

  it('When a folder below the import folder is named, then it is imported; one outside is not, and links are not followed', async () => {
    const folder = join(service.folder, 'import', 'shop');
    await mkdir(join(folder, 'jam'), { recursive: true });
    await writeFile(join(folder, 'jam', 'one.png'), await blockPicture(60));
    await writeFile(join(service.folder, 'secret.png'), await blockPicture(61));
    await symlink(join(service.folder, 'secret.png'), join(folder, 'jam', 'link.png'));
    const answer = await service.post('/v1/data-sets/folder/imports', { path: 'shop' });
    expect(answer.status).toBe(202);
    expect(await ended('folder', (await answer.json()) as ImportBody)).toMatchObject({
      report: { added: 1, files: 1 },
    });
    for (const path of ['../secret.png', '..', '/etc', 'nowhere'])
      expect((await service.post('/v1/data-sets/folder/imports', { path })).status).toBe(422);
  });

  it('When the service ends amid an import, then the import goes on at the next start, and no picture comes twice', async () => {
    const files: Record<string, Buffer> = {};
    for (let index = 0; index < 120; index += 1) files[`c${index % 3}/${index}.png`] = await blockPicture(100 + index);
    const answer = await service.upload('/v1/data-sets/long/imports', await makeZip(files));
    const begun = (await answer.json()) as ImportBody;
    await until(
      () => service.get<SampleList>('/v1/data-sets/long/samples'),
      ({ total }) => total > 0,
    );
    await service.restart();
    expect(await ended('long', begun)).toMatchObject({ state: 'succeeded', done: 120 });
    expect((await service.get<SampleList>('/v1/data-sets/long/samples')).total).toBe(120);
  });

  it('When a data set is frozen, then the version never changes, and the same content is the same version', async () => {
    const freeze = async () => {
      const answer = await service.post('/v1/data-sets/long/versions', { validation: 0.2, test: 0.2 });
      expect(answer.status).toBe(201);
      return (await answer.json()) as { version: DataSetVersion };
    };
    const { version } = await freeze();
    expect(version).toMatchObject({ number: 1, classes: 3 });
    expect(Object.values(version.counts).reduce((sum, count) => sum + count, 0)).toBe(120);
    expect((await freeze()).version.versionId).toBe(version.versionId);
    const { samples } = await service.get<SampleList>('/v1/data-sets/long/samples?limit=1');
    const relabel = (label: string | null, sampleId = samples[0]!.sampleId) =>
      service.post('/v1/data-sets/long/samples/relabel', { sampleIds: [sampleId], label });
    expect(await (await relabel(null)).json()).toEqual({ changed: 1 });
    expect((await relabel('empty', '6f1f7f0e-2a77-4a0d-9a55-5b8f1c9e7d21')).status).toBe(422);
    expect((await freeze()).version).toMatchObject({ number: 2 });
    expect((await service.post('/v1/data-sets/evil/versions')).status).toBe(422);
  });
});
