import { Registry } from 'prom-client';
import { Admission } from './admission.js';
import { QueueFullError } from './batching.errors.js';
import { InferenceMetrics } from './inference-metrics.js';

describe('Admission', () => {
  let metrics: InferenceMetrics;
  let admission: Admission;

  beforeEach(() => {
    metrics = new InferenceMetrics(new Registry());
    admission = new Admission(100, metrics);
  });

  const underWay = async (): Promise<number> => (await metrics.imagesUnderWay.get()).values[0]!.value;

  it('When images would exceed the limit, then the request is refused with a time to come back, and counted', async () => {
    let finish = () => {};
    const first = admission.run(80, () => new Promise<void>((resolve) => (finish = resolve)));
    const refusal = await admission.run(30, async () => 'never').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(QueueFullError);
    expect((refusal as QueueFullError).retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect((await metrics.images.get()).values).toContainEqual({ labels: { outcome: 'refused' }, value: 30 });
    expect(await admission.run(20, async () => 'fits')).toBe('fits');
    finish();
    await first;
    expect(await admission.run(30, async () => 'now')).toBe('now');
  });

  it('When work fails, then its images no longer count', async () => {
    await expect(admission.run(90, () => Promise.reject(new Error('broken picture')))).rejects.toThrow(
      'broken picture',
    );
    expect(await underWay()).toBe(0);
  });

  it('When a request alone is larger than the limit, then it is taken while nothing else is under way', async () => {
    expect(await admission.run(500, async () => 'taken')).toBe('taken');
  });
});
