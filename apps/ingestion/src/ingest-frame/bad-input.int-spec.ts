import { TOPICS } from '@shelfwatch/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { drawShelf } from '../testing/colour-shelf.js';
import { colourShop } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';

const start = Date.parse('2026-05-04T08:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1_000);

/** Every test sends what is bad through one camera and good frames through another; the good ones must not suffer. */
describe('bad input', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;
  let good: Buffer;
  let seconds = 0;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url, INGESTION_TOKEN: 'a-token-for-the-tests' });
    await ingestion.addShop(colourShop({ storeId: 'shop', cameraId: 'bad' }));
    await ingestion.addShop(colourShop({ storeId: 'other', cameraId: 'good' }));
    good = await drawShelf();
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  const framesOf = (cameraId: string) => ingestion.database.unit.frames.latest(cameraId, 500);
  const metric = async (line: RegExp) =>
    Number(line.exec(await (await fetch(`${ingestion.url}/metrics`)).text())?.[1] ?? 0);
  const refused = (code: string) =>
    metric(new RegExp(`^ingestion_frames_refused_total\\{code="${code}"[^}]*\\} (\\d+)`, 'm'));
  const counted = (outcome: string) =>
    metric(new RegExp(`^ingestion_frames_total\\{outcome="${outcome}"[^}]*\\} (\\d+)`, 'm'));

  /** Sends a frame of the other camera and waits until it is through. */
  async function othersGoOn() {
    const capturedAt = at((seconds += 10));
    await ingestion.publish({ cameraId: 'good', capturedAt, bytes: good });
    await until('the good frame', async () =>
      (await framesOf('good')).some((frame) => +frame.capturedAt === +capturedAt),
    );
  }

  const hugePicture = () =>
    sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'grey' } })
      .greyscale()
      .png({ compressionLevel: 6 })
      .toBuffer();

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['truncated', 'FRAME_CORRUPT', () => good.subarray(0, good.length / 2)],
    ['no picture', 'FRAME_NOT_A_PICTURE', () => Buffer.from('GET / HTTP/1.1')],
    ['empty', 'FRAME_EMPTY', () => Buffer.alloc(0)],
    ['of 100 megapixels', 'FRAME_TOO_MANY_PIXELS', hugePicture],
  ])(
    'When a frame is %s, then it becomes a counted dead letter %s with its original bytes',
    async (_, code, bytesOf) => {
      const bytes = await bytesOf();
      const before = ingestion.deadLetters('bad').length;
      const counter = await refused(code);
      await ingestion.publish({ cameraId: 'bad', capturedAt: at((seconds += 10)), bytes, sequence: 77 });
      const letter = await until('the dead letter', () => ingestion.deadLetters('bad')[before]);
      expect(letter.value.equals(bytes)).toBe(true);
      expect(letter.headers).toMatchObject({
        'x-dead-letter-code': code,
        ce_sequence: '77',
        'content-type': 'image/jpeg',
      });
      await until('the count', async () => (await refused(code)) === counter + 1);
      await othersGoOn();
    },
  );

  it('When headers are missing, then the dead letter names them', async () => {
    const before = ingestion.deadLetters('bad').length;
    await ingestion.publish({
      cameraId: 'bad',
      capturedAt: at(0),
      bytes: good,
      headers: { ce_time: 'noon', ce_type: 'other' },
    });
    const letter = await until('the dead letter', () => ingestion.deadLetters('bad')[before]);
    expect(letter.headers['x-dead-letter-code']).toBe('FRAME_HEADERS_INVALID');
    expect(letter.headers['x-dead-letter-reason']).toMatch(/ce_type.*ce_time|ce_time.*ce_type/);
    await othersGoOn();
  });

  it('When the camera is unknown, then its frames become dead letters until it is added to a shop', async () => {
    await ingestion.publish({ cameraId: 'stranger', capturedAt: at(0), bytes: good });
    const letter = await until('the dead letter', () => ingestion.deadLetters('stranger')[0]);
    expect(letter.headers['x-dead-letter-code']).toBe('CAMERA_UNKNOWN');
    await othersGoOn();
    await ingestion.addShop(colourShop({ storeId: 'late-shop', cameraId: 'stranger' }));
    await ingestion.publish({ cameraId: 'stranger', capturedAt: at(10), bytes: good });
    await until('its frame', async () => (await framesOf('stranger')).length === 1);
  });

  it('When the capture time lies in the future, then the frame is refused and the present stays as it is', async () => {
    const before = ingestion.deadLetters('bad').length;
    await ingestion.publish({ cameraId: 'bad', capturedAt: new Date(Date.now() + 3_600_000), bytes: good });
    const letter = await until('the dead letter', () => ingestion.deadLetters('bad')[before]);
    expect(letter.headers['x-dead-letter-code']).toBe('FRAME_FROM_THE_FUTURE');
    await othersGoOn();
  });

  it('When the camera has no calibration, then its last picture is kept and nothing else happens', async () => {
    await ingestion.publish({ cameraId: 'bad-blind', capturedAt: at(5), bytes: good, sequence: 3 });
    const [frame] = await until('the frame', async () => {
      const frames = await framesOf('bad-blind');
      return frames.length > 0 && frames;
    });
    expect(frame!.outcome).toBe('no-view');
    const setup = await ingestion.database.unit.cameras.setup('bad-blind');
    expect(setup!.camera).toMatchObject({ lastFrameAt: at(5), lastPictureId: frame!.pictureId, lastSequence: 3 });
    expect(frame!.pictureId).toMatch(/^[0-9a-f]{64}\.jpg$/);
  });

  it('When the same frame comes 100 times, then it takes effect once', async () => {
    const asked = classifier.requests;
    const skipped = await counted('duplicate');
    const frame = { cameraId: 'bad', capturedAt: at((seconds += 10)), bytes: await drawShelf({ noiseSeed: 41 }) };
    await ingestion.publish(...Array<typeof frame>(100).fill(frame));
    await until('all of them', async () => (await counted('duplicate')) === skipped + 99);
    expect((await framesOf('bad')).filter(({ capturedAt }) => +capturedAt === +frame.capturedAt)).toHaveLength(1);
    expect(classifier.requests).toBe(asked + 1);
    await othersGoOn();
  });

  it('When a frame is older than the newest one, then it is kept and changes nothing', async () => {
    const newest = at((seconds += 20));
    await ingestion.publish({ cameraId: 'bad', capturedAt: newest, bytes: await drawShelf({ noiseSeed: 51 }) });
    const late = {
      cameraId: 'bad',
      capturedAt: new Date(+newest - 5_000),
      bytes: await drawShelf({ contents: { b: ['empty', 'empty'] } }),
    };
    await ingestion.publish(late);
    const stored = await until('the late frame', async () =>
      (await framesOf('bad')).find(({ capturedAt }) => +capturedAt === +late.capturedAt),
    );
    expect(stored.outcome).toBe('late');
    expect((await ingestion.database.unit.cameras.setup('bad'))!.camera.lastFrameAt).toEqual(newest);
  });

  it('When inference is away, then frames wait and none is lost', async () => {
    classifier.isUp = false;
    const capturedAt = at((seconds += 10));
    await ingestion.publish({
      cameraId: 'bad',
      capturedAt,
      bytes: await drawShelf({ contents: { a: ['blue', 'blue', 'blue'] } }),
    });
    await until('the health check', async () => (await fetch(`${ingestion.url}/health/ready`)).status === 503);
    expect((await framesOf('bad')).some((frame) => +frame.capturedAt === +capturedAt)).toBe(false);
    classifier.isUp = true;
    await until('the frame', async () => (await framesOf('bad')).some((frame) => +frame.capturedAt === +capturedAt));
  });

  describe('over HTTP', () => {
    const post = (cameraId: string, body: Buffer, headers: Record<string, string> = {}) =>
      fetch(`${ingestion.url}/v1/cameras/${cameraId}/frames`, {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg', authorization: 'Bearer a-token-for-the-tests', ...headers },
        body: new Uint8Array(body),
      });

    it('When a picture is posted, then it is accepted and takes the same way', async () => {
      const capturedAt = at((seconds += 10));
      const response = await post('good', good, { 'x-captured-at': capturedAt.toISOString(), 'x-sequence': '9' });
      expect(response.status).toBe(202);
      expect(await response.json()).toEqual({ accepted: true, capturedAt: capturedAt.toISOString() });
      await until('the frame', async () => (await framesOf('good')).some((frame) => +frame.capturedAt === +capturedAt));
    });

    it.each<[number, string, Record<string, string>, () => Buffer]>([
      [401, 'TOKEN_REFUSED', { authorization: 'Bearer wrong' }, () => good],
      [415, 'FRAME_TYPE_UNSUPPORTED', { 'content-type': 'text/html' }, () => good],
      [400, 'CAPTURE_TIME_INVALID', { 'x-captured-at': 'noon' }, () => good],
      [400, 'FRAME_EMPTY', {}, () => Buffer.alloc(0)],
      [413, 'PAYLOAD_TOO_LARGE', {}, () => Buffer.alloc(9_000_000)],
    ])('answers %d %s', async (status, code, headers, bytesOf) => {
      const response = await post('good', bytesOf(), headers);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ status, code });
    });
  });

  it('When the database goes away and comes back, then every accepted frame is processed and nothing runs twice', async () => {
    const frames = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (index) => ({
        cameraId: 'good',
        capturedAt: at(seconds + index * 10),
        bytes: await drawShelf({ noiseSeed: 100 + index }),
      })),
    );
    await ingestion.publish(...frames.slice(0, 3));
    // Every connection is cut and no new one is let in, as when the server restarts.
    const outage = await ingestion.cutDatabase();
    await sleep(1_500);
    await outage.end();
    await until(
      'the stream',
      () =>
        ingestion.publish(...frames.slice(3)).then(
          () => true,
          () => false,
        ),
      30_000,
    );
    await until(
      'all frames',
      async () => {
        const stored = await framesOf('good').catch(() => []);
        return frames.every((frame) => stored.some(({ capturedAt }) => +capturedAt === +frame.capturedAt));
      },
      30_000,
    );
    const stored = (await framesOf('good')).filter(({ capturedAt }) => +capturedAt > +at(seconds));
    expect(stored).toHaveLength(6);
    expect(stored.map(({ outcome }) => outcome)).not.toContainEqual(expect.stringMatching(/late|leap/));
    await until('readiness', async () => (await fetch(`${ingestion.url}/health/ready`)).status === 200);
    expect(ingestion.deadLetters('good')).toEqual([]);
  });

  it('When it is asked for its state, then every outcome is counted', async () => {
    const metrics = await (await fetch(`${ingestion.url}/metrics`)).text();
    expect(metrics).toMatch(/ingestion_facings_total\{reason="first"/);
    expect(metrics).toMatch(/ingestion_newest_frame_age_seconds\{camera="good"/);
    expect(metrics).toMatch(/ingestion_frame_seconds_count\{[^}]*step="whole"/);
    expect(ingestion.messages(TOPICS.slotStateChanged.name).length).toBeGreaterThan(0);
  });
});
