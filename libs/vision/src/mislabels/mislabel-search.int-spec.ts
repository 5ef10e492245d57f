import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../training/random.js';
import { MislabelSearch } from './mislabel-search.js';

const MODEL = join(import.meta.dirname, '../../models/demo-shop');
const PICTURES = Array.from({ length: 40 }, (_, place) => ({
  ...{ pictureId: `noise-${place}`, label: `class ${place % 4}`, group: `group ${place % 5}` },
}));

describe('MislabelSearch', () => {
  let cacheFolder: string;
  let search: MislabelSearch;

  beforeEach(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'mislabel-search-'));
    search = new MislabelSearch({ modelFolder: MODEL, cacheFolder });
  });
  afterEach(async () => {
    await search.close();
    await rm(cacheFolder, { recursive: true, force: true });
  });

  const noise = async (place: number, side: number): Promise<Uint8Array> => {
    const random = createRandom(place);
    return Uint8Array.from({ length: side * side * 3 }, () => random.below(256));
  };

  it.each(['pictures', 'labels'] as const)(
    'When it is ended at its stage %p, then it ends with the reason and lets go of its thread',
    async (stage) => {
      const stop = new AbortController();
      const run = search.run(PICTURES, noise, {
        onProgress: (now, done) => {
          if (now === stage && done > 0) stop.abort(new Error('no longer wanted'));
        },
        signal: stop.signal,
      });
      await expect(run).rejects.toThrow('no longer wanted');
      await search.close();
    },
  );

  it('When pictures cannot be read, then they are left out, and progress counts them', async () => {
    const told: string[] = [];
    const { checked } = await search.run(
      PICTURES,
      async (place, side) => (place < 10 ? undefined : noise(place, side)),
      { onProgress: (stage, done, total) => void told.push(`${stage} ${done}/${total}`) },
    );
    expect(checked).toBe(30);
    expect(told).toEqual(['pictures 0/40', 'pictures 16/40', 'pictures 32/40', 'labels 40/40']);
  });
});
