import type { Bench, Figures } from '../bench.js';
import { classifyConfig } from '../classify/classify.config.js';
import { median, percentile } from '../events/percentile.js';
import { BareRuntime } from './bare-runtime.js';
import { InferenceService } from './inference-service.js';
import { measureLoad, warmUp } from './measure-load.js';
import { measurePromotion } from './measure-promotion.js';
import { ProcessorMeter } from './processor-time.js';
import { loadTarget } from './tensor-request.js';

const CONCURRENCIES = [1, 8, 32, 128];
/** Requests at once that more than fill the largest batch. */
const SATURATING = [32, 128];
const ROUNDS = 5;
const BARE_MS = 3_000;
/** V8 compiles the service's code while it runs; until then a request takes twice its processor time. */
const WARM_UP = { concurrency: 32, requests: 3_000, mostMs: 90_000 };

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
    const runtime = await BareRuntime.open(modelDir, progress);
    const service = await InferenceService.start(modelDir, progress);
    try {
      const measured = new Map<number, Measured>(
        CONCURRENCIES.map((concurrency) => [concurrency, { imagesPerSecond: [], ratios: [], latenciesMs: [] }]),
      );
      progress(`warming the service up with ${WARM_UP.requests} requests`);
      const target = loadTarget(service.inferUrl);
      await warmUp(target, WARM_UP.concurrency, WARM_UP.requests, WARM_UP.mostMs);
      const processor = new ProcessorMeter(service);
      const measureBare = () => processor.bare(BARE_MS, (ms) => runtime.measure(ms));
      const bare = [await measureBare()];
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const [concurrency, { imagesPerSecond, ratios, latenciesMs }] of measured) {
          const measure = () => measureLoad(target, concurrency);
          const load = await (SATURATING.includes(concurrency) ? processor.load(measure) : measure());
          bare.push(await measureBare());
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
      const promotion = await measurePromotion(service, target);
      const by = <T>(figure: (measured: Measured) => T): Record<string, T> =>
        Object.fromEntries([...measured].map(([concurrency, figures]) => [String(concurrency), figure(figures)]));
      const atPercentile = (share: number) => by(({ latenciesMs }) => percentile(latenciesMs, share));
      return {
        bareImagesPerSecond: median(bare),
        bareArrangement: { ...runtime.arrangement },
        throughputRatio: median(SATURATING.flatMap((concurrency) => measured.get(concurrency)!.ratios)),
        processorMsPerImage: processor.msPerImage(),
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
