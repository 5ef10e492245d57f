import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { scenarioSchema } from '../scenario/scenario.js';
import { createShop } from '../shop/create-shop.js';
import { simulate } from '../simulate/simulation.js';
import { trainingShoot } from '../training/training-shoot.js';
import { PhotoDataError } from './photo-data.errors.js';
import { openPhotoWorld } from './photo-world.js';

const CLASSES = 12;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfsim-photos-'));
  const rows: Record<'train' | 'val', string[]> = { train: [], val: [] };
  await mkdir(join(folder, 'pictures'));
  for (let id = 0; id < CLASSES; id += 1)
    for (const split of ['train', 'val'] as const) {
      const canvas = createCanvas(60, 60);
      const ctx = canvas.getContext('2d');
      ctx.fillStyle = `hsl(${id * 30}, 80%, ${split === 'train' ? 40 : 60}%)`;
      ctx.fillRect(0, 0, 60, 60);
      await writeFile(join(folder, 'pictures', `${split}-${id}.jpg`), canvas.toBuffer('image/jpeg'));
      rows[split].push(`pictures/${split}-${id}.jpg, ${id}, 0`);
    }
  await writeFile(join(folder, 'train.txt'), rows.train.join('\n'));
  await writeFile(join(folder, 'val.txt'), rows.val.join('\n'));
  const classes = Array.from({ length: CLASSES }, (_, id) => `Kind-${id},${id},Fruit,0,,`);
  await writeFile(join(folder, 'classes.csv'), ['Class Name,Class ID,Coarse Class Name', ...classes].join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const layout = { fixtures: 1, slotsPerFixture: 12, shelves: 2, picture: { width: 640, height: 360 } };

describe('openPhotoWorld', () => {
  it('When a data set is opened for both uses, then they name the same products', async () => {
    const [training, shelf] = [await openPhotoWorld(folder, 'training'), await openPhotoWorld(folder, 'shelf')];
    expect(training.products).toEqual(shelf.products);
    expect(shelf.products).toHaveLength(CLASSES);
    expect(shelf.products[3]).toMatchObject({ name: 'Kind 3', category: 'Fruit' });
  });

  it('When training pictures are shot and a shop is played, then photographs stand on the shelves', async () => {
    const training = await openPhotoWorld(folder, 'training');
    const { width, height } = layout.picture;
    for await (const { facings } of trainingShoot({ perClass: 1, seed: 1, ...training, picture: { width, height } })) {
      expect(facings.every(({ label }) => label.length === 14 || label === 'empty' || label === 'occluded')).toBe(true);
      break;
    }
    const { products, artist } = await openPhotoWorld(folder, 'shelf');
    const scenario = scenarioSchema.parse({
      name: 'p',
      description: 'd',
      durationMinutes: 1,
      frameEverySeconds: 60,
      layout,
    });
    const simulation = simulate(scenario, { seed: 1, artist, shop: createShop(1, scenario.layout, products) });
    for await (const { truth } of simulation) expect(truth.slots).toHaveLength(CLASSES);
  });

  it('When the folder is not a data set, then the message names the file', async () => {
    await expect(openPhotoWorld(tmpdir(), 'shelf')).rejects.toThrow('classes.csv');
  });

  it('When a row is broken, then the message names file and row', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'shelfsim-broken-'));
    await writeFile(join(broken, 'classes.csv'), 'Class Name,Class ID,Coarse Class Name\nPear,0,Fruit\n');
    await writeFile(join(broken, 'train.txt'), 'a.jpg, 0, 0\nb.jpg; 1\n');
    await expect(openPhotoWorld(broken, 'training')).rejects.toMatchObject({ row: 2 });
    await expect(openPhotoWorld(broken, 'training')).rejects.toBeInstanceOf(PhotoDataError);
    await rm(broken, { recursive: true });
  });
});
