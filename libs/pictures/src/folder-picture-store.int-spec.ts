import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderPictureStore } from './folder-picture-store.js';
import { parsePictureId, type PictureId } from './picture-id.js';

const bytes = (text: string) => Buffer.from(text);
const MINUTE = 60_000;

describe('FolderPictureStore', () => {
  let folder: string;
  let store: FolderPictureStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pictures-'));
    store = new FolderPictureStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const age = async (id: PictureId, minutes: number) => {
    const then = new Date(Date.now() - minutes * MINUTE);
    await utimes(join(folder, id.slice(0, 2), id.slice(2, 4), id), then, then);
  };
  const tenMinutesAgo = () => new Date(Date.now() - 10 * MINUTE);
  const none = async () => new Set<string>();

  it('gives back the bytes and their type', async () => {
    const id = await store.put(bytes('a jar'), 'image/png');
    expect(await store.get(id)).toEqual({ bytes: bytes('a jar'), type: 'image/png' });
  });

  it('When the same picture is stored twice at once, then there is one, whole', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => store.put(bytes('same'), 'image/jpeg')));
    expect(new Set(ids).size).toBe(1);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files).toHaveLength(1);
  });

  it('When a picture is not there, then nothing comes back and deleting it is fine', async () => {
    const id = await store.put(bytes('a jar'), 'image/jpeg');
    await store.delete(id);
    await store.delete(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it.each(['../../etc/passwd', `${'a'.repeat(64)}.exe`, `${'A'.repeat(64)}.jpg`, '', `${'a'.repeat(64)}.jpg\n`])(
    'When "%s" is asked for, then it is no picture id',
    async (text) => {
      expect(parsePictureId(text)).toBeUndefined();
      await expect(store.get(text as PictureId)).rejects.toThrow('no picture id');
    },
  );

  it('When swept, then only what is old and unreferenced goes', async () => {
    const old = await store.put(bytes('old'), 'image/jpeg');
    const evidence = await store.put(bytes('evidence'), 'image/jpeg');
    const young = await store.put(bytes('young'), 'image/jpeg');
    await age(old, 20);
    await age(evidence, 20);

    const result = await store.sweep(tenMinutesAgo(), async (ids) => {
      expect([...ids].sort()).toEqual([old, evidence].sort());
      return new Set([evidence]);
    });

    expect(result).toEqual({ deleted: 1, kept: 1, freedBytes: 3 });
    expect(await store.get(old)).toBeUndefined();
    expect(await store.get(evidence)).toBeDefined();
    expect(await store.get(young)).toBeDefined();
  });

  it('When a picture is stored again during a sweep, then it stays', async () => {
    const id = await store.put(bytes('again'), 'image/jpeg');
    await age(id, 20);
    const result = await store.sweep(tenMinutesAgo(), async () => {
      await store.put(bytes('again'), 'image/jpeg');
      return new Set();
    });
    expect(result.deleted).toBe(0);
    expect(await store.get(id)).toBeDefined();
  });

  it('When a sweep meets files of others and half-written ones, then it leaves the first and removes the second', async () => {
    await writeFile(join(folder, 'README.txt'), 'mine');
    await writeFile(join(folder, 'x.part'), 'half');
    const long = new Date(Date.now() - 120 * MINUTE);
    await utimes(join(folder, 'x.part'), long, long);
    await store.sweep(tenMinutesAgo(), none);
    expect(await readdir(folder)).toEqual(['README.txt']);
  });

  it('When there is no folder yet, then a sweep finds nothing', async () => {
    const nothing = await new FolderPictureStore(join(folder, 'not-yet')).sweep(new Date(), none);
    expect(nothing).toEqual({ deleted: 0, kept: 0, freedBytes: 0 });
  });

  it('When the folder cannot be made, then the error says where and what to do', async () => {
    await writeFile(join(folder, 'file'), '');
    const blocked = new FolderPictureStore(join(folder, 'file'));
    await expect(blocked.put(bytes('a'), 'image/jpeg')).rejects.toMatchObject({
      code: 'PICTURE_STORE_FAILED',
      retriable: true,
      message: expect.stringContaining(join(folder, 'file')),
    });
  });
});
