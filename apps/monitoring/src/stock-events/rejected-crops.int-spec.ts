import { evidenceBox } from '@shelfwatch/domain';
import { parsePictureId } from '@shelfwatch/pictures';
import sharp from 'sharp';
import { cornerShop } from '../testing/corner-shop.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';

const SIZE = { width: 1_280, height: 720 };
/** One red and one blue facing, as wide as those of the corner shop's camera. */
const frame = () =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#888"/>
      <rect width="128" height="216" fill="#d00"/><rect x="128" width="128" height="216" fill="#00d"/></svg>`),
  )
    .png()
    .toBuffer();

describe('rejected events', () => {
  let monitoring: RunningMonitoring;

  beforeAll(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    expect((await monitoring.request('/v1/shops/corner', { method: 'PUT', json: cornerShop() })).status).toBe(200);
  });
  afterAll(() => monitoring.stop());

  const reject = (eventId: string) =>
    monitoring.request(`/v1/stock-events/${eventId}/answers`, { method: 'POST', json: { answer: 'not-out-of-stock' } });
  const tasks = () => monitoring.database.unit.labelTasks.page('waiting', { storeId: 'corner' }, 10);
  const evidence = async () => {
    const view = await monitoring.database.unit.cameras.view('corner-cam');
    const box = evidenceBox(
      view!.regions.map(({ quad }) => quad),
      SIZE.width,
      SIZE.height,
    );
    return sharp(await frame())
      .extract(box)
      .resize({ width: 500 })
      .jpeg()
      .toBuffer();
  };

  it('When a manager says that nothing is out of stock, then each facing waits for a label, first of all', async () => {
    const evidencePictureId = await monitoring.pictures.put(await evidence(), 'image/jpeg');
    const { eventId } = await writeOutOfStock(monitoring.database, { evidencePictureId });
    expect((await reject(eventId)).status).toBe(200);
    const waiting = (await tasks()).sort((a, b) => a.facing - b.facing);
    expect(waiting).toMatchObject(
      [0, 1].map((facing) => ({
        ...{ reason: 'rejected-event', score: 1, slotId: 'corner-1', cameraId: 'corner-cam', facing },
        ...{ expectedLabel: '08904000210037', predictedLabel: 'empty', predictedProbability: 0.97, modelVersion: 'm' },
      })),
    );
    const colours = await Promise.all(
      waiting.map(async ({ pictureId }) => {
        const { bytes } = (await monitoring.pictures.get(parsePictureId(pictureId)!))!;
        return (await sharp(bytes).stats()).channels.map(({ mean }) => Math.round(mean));
      }),
    );
    expect(colours[0]![0]! - colours[0]![2]!).toBeGreaterThan(120);
    expect(colours[1]![2]! - colours[1]![0]!).toBeGreaterThan(120);
    expect((await reject(eventId)).status).toBe(409);
    expect(await tasks()).toHaveLength(2);
  });

  it.each([
    ['there is no evidence', async () => null],
    ['the evidence is gone', async () => `${'0'.repeat(64)}.jpg`],
    ['the evidence is damaged', () => monitoring.pictures.put(Buffer.from('no picture'), 'image/jpeg')],
    [
      'the evidence is of another calibration',
      async () =>
        monitoring.pictures.put(
          await sharp(await frame())
            .jpeg()
            .toBuffer(),
          'image/jpeg',
        ),
    ],
  ])('When %s, then the event is retracted all the same, and nothing is asked', async (_what, picture) => {
    const before = await tasks();
    const { eventId } = await writeOutOfStock(monitoring.database, { evidencePictureId: await picture() });
    expect((await reject(eventId)).status).toBe(200);
    expect(await tasks()).toEqual(before);
  });
});
