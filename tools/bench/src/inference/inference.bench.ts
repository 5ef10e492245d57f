import type { Bench, Figures } from '../bench.js';
import { classifyConfig } from '../classify/classify.config.js';
import { median, percentile } from '../events/percentile.js';
import { openBareRuntime } from './bare-runtime.js';
import { InferenceService } from './inference-service.js';
import { measureLoad } from './measure-load.js';
import { measurePromotion } from './measure-promotion.js';

const CONCURRENCIES = [1, 8, 32, 128];
/** Requests at once that more than fill the largest batch. */
const SATURATING = [32, 128];
const ROUNDS = 3;
const BARE_MS = 2_000;

interface Measured {
  imagesPerSecond: number[];
  /** By round: the service's speed over the bare runtime's right before and after. */
  ratios: number[];
  latenciesMs: number[];
}

/** The inference service over HTTP against ONNX Runtime by itself, taking turns on the same machine, and the change of a model under load. */
export const inferenceBench: Bench = {
  name: 'inference',
  summary:
    'images per second and latency of the inference service against the bare ONNX Runtime, and promotion under load',
  async run({ progress }): Promise<Figures> {
    const { MODEL_DIR: modelDir } = classifyConfig();
    const { runtime, batch, isSpinning } = await openBareRuntime(modelDir, progress);
    const service = await InferenceService.start(modelDir, progress);
    try {
      const measured = new Map<number, Measured>(
        CONCURRENCIES.map((concurrency) => [concurrency, { imagesPerSecond: [], ratios: [], latenciesMs: [] }]),
      );
      const bare = [await runtime.measure(BARE_MS)];
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const [concurrency, { imagesPerSecond, ratios, latenciesMs }] of measured) {
          const load = await measureLoad(service.inferUrl, concurrency);
          bare.push(await runtime.measure(BARE_MS));
          const ratio = load.imagesPerSecond / ((bare.at(-2)! + bare.at(-1)!) / 2);
          imagesPerSecond.push(load.imagesPerSecond);
          ratios.push(ratio);
          latenciesMs.push(...load.latenciesMs);
          progress(
            `round ${round} of ${ROUNDS}, ${concurrency} at once: ${load.imagesPerSecond.toFixed(1)} images/s, ${ratio.toFixed(3)} of the bare runtime`,
          );
        }
      }
      progress('changing the model under load');
      const promotion = await measurePromotion(service);
      const by = <T>(figure: (measured: Measured) => T): Record<string, T> =>
        Object.fromEntries([...measured].map(([concurrency, figures]) => [String(concurrency), figure(figures)]));
      const atPercentile = (share: number) => by(({ latenciesMs }) => percentile(latenciesMs, share));
      return {
        bareImagesPerSecond: median(bare),
        bareBatch: batch,
        bareSpins: isSpinning,
        throughputRatio: median(SATURATING.flatMap((concurrency) => measured.get(concurrency)!.ratios)),
        ratioByConcurrency: by(({ ratios }) => median(ratios)),
        imagesPerSecond: by((figures) => median(figures.imagesPerSecond)),
        p50Ms: atPercentile(0.5),
        p95Ms: atPercentile(0.95),
        p99Ms: atPercentile(0.99),
        ...promotion,
      };
    } finally {
      await service.stop();
      await runtime.close();
    }
  },
};
