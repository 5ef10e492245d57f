import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrozenDataSet, ImportBody } from '@shelfwatch/contracts';
import { FolderPictureStore } from '@shelfwatch/pictures';
import type { CropItem, CropLabel } from '@shelfwatch/vision/training-process';
import { blockPicture, makeZip } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining, until } from '../testing/retraining-harness.js';
import { WriteCropFolder } from './write-crop-folder.js';

const [TEA, JAM, STRANGER] = ['08904000210037', '07300011000017', '04006381333931'] as const;

describe('freezing a data set', () => {
  let service: RetrainingHarness;

  beforeAll(async () => {
    service = await startRetraining();
    const files: Record<string, Buffer> = {};
    const golden: Record<string, Buffer> = {};
    let seed = 0;
    for (const label of [TEA, JAM, STRANGER])
      for (let index = 0; index < 24; index += 1)
        files[`${label}/day-${index % 8}/${index}.png`] = await blockPicture((seed += 1));
    for (const label of [TEA, JAM])
      for (let index = 0; index < 3; index += 1) golden[`${label}/${index}.png`] = await blockPicture((seed += 1));
    await importZip(files);
    await importZip(golden, '?golden=true');
  });
  afterAll(() => service.stop());

  const importZip = async (files: Record<string, Buffer>, query = '') => {
    const answer = await service.upload(`/v1/data-sets/shelf/imports${query}`, await makeZip(files));
    const { importId } = (await answer.json()) as ImportBody;
    await until(
      () => service.get<ImportBody>(`/v1/data-sets/shelf/imports/${importId}`),
      ({ state }) => state === 'succeeded',
    );
  };
  const freeze = (request: object) => service.post('/v1/data-sets/shelf/versions', request);
  const frozen = async (request: object) => {
    const answer = await freeze(request);
    expect(answer.status).toBe(201);
    return (await answer.json()) as FrozenDataSet;
  };

  it('When a class is held out and classes are limited, then the version says so, and golden samples are all there', async () => {
    const { version, dealtBySample, untested } = await frozen({ holdOut: [STRANGER], maxPerClass: 16, test: 0.25 });
    expect(version).toMatchObject({ classes: 2, split: { by: 'group', holdOut: [STRANGER], maxPerClass: 16 } });
    expect(version.counts).toMatchObject({ unknown: 24, golden: 6 });
    expect(version.counts.train + version.counts.validation + version.counts.test).toBe(32);
    expect([dealtBySample, untested]).toEqual([[], []]);
    const items = await service.database.unit.dataSetVersions.items(version.versionId);
    for (const label of [TEA, JAM])
      expect(
        new Set(items.filter((it) => it.label === label && it.side !== 'golden').map(({ groupKey }) => groupKey)).size,
      ).toBe(8);
    expect(new Set(items.filter(({ side }) => side === 'unknown').map(({ label }) => label))).toEqual(
      new Set([STRANGER]),
    );
  });

  it('When the same is frozen with the same seed, then it is the same version; with a limit it is another one', async () => {
    const { version } = await frozen({ maxPerClass: 10, seed: 3 });
    expect((await frozen({ maxPerClass: 10, seed: 3 })).version).toEqual(version);
    expect((await frozen({ seed: 3 })).version.versionId).not.toBe(version.versionId);
  });

  it('When crops are written, then they name their samples, and held-out ones are strangers to the labels', async () => {
    const { version } = await frozen({ holdOut: [STRANGER] });
    const pictures = new FolderPictureStore(join(service.folder, 'pictures'));
    const { folder, split } = await new WriteCropFolder(
      service.database,
      pictures,
      join(service.folder, 'crops'),
    ).write(version.versionId, 32);
    const { items, labels } = JSON.parse(await readFile(join(folder, 'data-set.json'), 'utf8')) as {
      items: CropItem[];
      labels: CropLabel[];
    };
    expect(labels.map(({ label }) => label)).toEqual([JAM, TEA]);
    expect(split.unknown.map((place) => items[place]!.label)).toEqual(Array(24).fill(-1));
    expect(split.golden).toHaveLength(6);
    expect(
      Object.values(split)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual([...items.keys()]);
    const [first] = await service.database.unit.dataSetVersions.items(version.versionId);
    expect(items[0]).toMatchObject({ id: first!.sampleId, group: first!.groupKey, luma: first!.luma });
  });

  it.each([
    [{ holdOut: ['00000096385074'] }, 'CLASS_UNKNOWN'],
    [{ holdOut: [TEA, STRANGER] }, 'TOO_FEW_CLASSES'],
  ])('When %p is asked for, then the answer is %s', async (request, code) => {
    const answer = await freeze(request);
    expect([answer.status, await answer.json()]).toMatchObject([422, { code }]);
  });

  it('When hardly anything would be left to train on, then the request is refused', async () => {
    expect((await freeze({ validation: 0.5, test: 0.5 })).status).toBe(400);
  });

  it('When a class has golden samples only, then the answer names it', async () => {
    await importZip({ 'empty/gap.png': await blockPicture(999) }, '?golden=true');
    const answer = await freeze({});
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'CLASS_ONLY_GOLDEN' }]);
    expect((await freeze({ holdOut: ['empty'] })).status).toBe(201);
  });
});
