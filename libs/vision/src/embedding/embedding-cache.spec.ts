import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddingCache, embeddingKey } from './embedding-cache.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embeddings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => new EmbeddingCache(folder, 'network', 3);
const key = (value: number, view = '') => embeddingKey(Uint8Array.of(value), view);
const read = (cache: EmbeddingCache, of: Buffer) => {
  const into = new Float32Array(3);
  return cache.read(of, into) ? [...into] : undefined;
};

describe('Embedding cache', () => {
  it('When embeddings were added, then they are found again, also by the next process', () => {
    const cache = open();
    cache.add(key(1), Float32Array.of(1, 2, 3));
    cache.add(key(1, 'mirrored'), Float32Array.of(4, 5, 6));
    expect([read(cache, key(1)), read(cache, key(2))]).toEqual([[1, 2, 3], undefined]);
    cache.close();
    const again = open();
    expect([again.size, read(again, key(1, 'mirrored'))]).toEqual([2, [4, 5, 6]]);
    again.close();
  });

  it('When a kill cut the last record short, then the others are there and the next one takes its place', async () => {
    const cache = open();
    cache.add(key(1), Float32Array.of(1, 2, 3));
    cache.close();
    await appendFile(join(folder, 'network.bin'), Buffer.alloc(17, 7));
    const again = open();
    again.add(key(2), Float32Array.of(7, 8, 9));
    again.close();
    const third = open();
    expect([third.size, read(third, key(1)), read(third, key(2))]).toEqual([2, [1, 2, 3], [7, 8, 9]]);
    third.close();
  });

  it('When another process wrote over a record, then nobody is given an embedding of something else', () => {
    const [mine, theirs] = [open(), open()];
    mine.add(key(1), Float32Array.of(1, 2, 3));
    theirs.add(key(2), Float32Array.of(4, 5, 6));
    expect([read(mine, key(1)), read(theirs, key(2))]).toEqual([undefined, [4, 5, 6]]);
    mine.add(key(1), Float32Array.of(1, 2, 3));
    expect(read(mine, key(1))).toEqual([1, 2, 3]);
    mine.close();
    theirs.close();
  });
});
