import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSetDetail, ImportBody, SampleList } from '@shelfwatch/contracts';
import { blockPicture } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining, until } from '../testing/retraining-harness.js';

describe('importing a CSV', () => {
  let service: RetrainingHarness;
  let folder: string;

  beforeAll(async () => {
    service = await startRetraining();
    folder = join(service.folder, 'import', 'lists');
    await mkdir(join(folder, 'bilder'), { recursive: true });
  });
  afterAll(() => service.stop());

  const importCsv = async (dataSet: string, csv: string | Buffer): Promise<ImportBody> => {
    await writeFile(join(folder, `${dataSet}.csv`), csv);
    const answer = await service.post(`/v1/data-sets/${dataSet}/imports`, { path: `lists/${dataSet}.csv` });
    expect(answer.status).toBe(202);
    const { importId } = (await answer.json()) as ImportBody;
    return until(
      () => service.get<ImportBody>(`/v1/data-sets/${dataSet}/imports/${importId}`),
      ({ state }) => state !== 'running',
    );
  };
  const picture = async (name: string, seed: number) =>
    writeFile(join(folder, 'bilder', name), await blockPicture(seed));

  it('When rows have GTINs of any length, special labels and names in any script, then each becomes a sample of its class', async () => {
    // Written with combining characters on the disk, with single ones in the list.
    await picture('Gru\u0308n.png', 1);
    for (let seed = 2; seed <= 6; seed += 1) await picture(`${seed}.png`, seed);
    const done = await importCsv(
      'scripts',
      [
        'label;path;group;name',
        'Gr\u00fcner Tee;bilder/Gr\u00fcn.png;Kamera 1;',
        '036000291452;"bilder/2.png";Kamera 1;"Tücher, ""weich"""',
        '96385074;bilder\\3.png;;',
        'Empty;bilder/4.png;;',
        'occluded;bilder/5.png;;',
        '緑茶;bilder/6.png;;お茶',
      ].join('\r\n'),
    );
    expect(done).toMatchObject({ state: 'succeeded', done: 6, total: 6, report: { added: 6, refused: [], rows: [] } });
    const { classList } = await service.get<DataSetDetail>('/v1/data-sets/scripts');
    const nameOf = new Map(classList.map(({ label, name }) => [label, name]));
    expect(nameOf.get('00036000291452')).toBe('Tücher, "weich"');
    expect([...nameOf.keys()]).toEqual(expect.arrayContaining(['00000096385074', 'empty', 'occluded']));
    expect([...nameOf.values()]).toEqual(expect.arrayContaining(['Gr\u00fcner Tee', 'お茶']));
    const { samples } = await service.get<SampleList>('/v1/data-sets/scripts/samples');
    expect(samples.filter(({ group }) => group === 'Kamera 1')).toHaveLength(2);
  });

  it('When rows are wrong, then each is refused with its line and its reason, and the others come in', async () => {
    await picture('good.png', 10);
    await picture('other.png', 11);
    await writeFile(join(folder, 'bilder', 'text.png'), 'no picture');
    await writeFile(join(service.folder, 'secret.png'), await blockPicture(12));
    await symlink(join(service.folder, 'secret.png'), join(folder, 'bilder', 'link.png'));
    const done = await importCsv(
      'wrong',
      [
        'path,label',
        'bilder/good.png,Jam',
        'bilder/good.png,Tea',
        'bilder/other.png,4006381333932',
        '',
        'bilder/nowhere.png,Jam',
        '../../secret.png,Jam',
        'bilder/link.png,Jam',
        'bilder/text.png,Jam',
        'bilder/other.png,',
        ',Jam',
        '"bilder/other.png"x,Jam',
      ].join('\n'),
    );
    expect(done.report.rows.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'bad-label'],
      [4, 'bad-label'],
      [6, 'missing'],
      [7, 'unsafe-path'],
      [8, 'unsafe-path'],
      [9, 'not-a-picture'],
      [10, 'bad-label'],
      [11, 'bad-row'],
      [12, 'bad-row'],
    ]);
    expect(done.report.rows[0]).toMatchObject({ file: 'bilder/good.png', message: expect.stringContaining('line 2') });
    expect(done.report.rows[1]?.message).toContain('last digit would have to be 1');
    expect(done).toMatchObject({ state: 'succeeded', report: { files: 10, added: 1 } });
  });

  it.each([
    ['has no header', 'bilder/good.png,Jam', '"path" and "label"'],
    ['is empty', '', 'empty'],
    ['is not UTF-8', Buffer.from('path,label\na.png,Gr\xfcn', 'latin1'), 'UTF-8'],
  ])('When the CSV %s, then the answer says so at once', async (_what, csv, words) => {
    await writeFile(join(folder, 'bad.csv'), csv);
    const answer = await service.post('/v1/data-sets/bad/imports', { path: 'lists/bad.csv' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'CSV_UNUSABLE', detail: expect.stringContaining(words) });
  });
});
