import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What an operator must see of the queue: how much waits, for how long, and how well batches are filled. */
export class InferenceMetrics {
  readonly images: Counter<'outcome'>;
  readonly imagesUnderWay: Gauge;
  readonly batchImages: Histogram;
  readonly queueSeconds: Histogram;
  readonly computeSeconds: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    this.images = new Counter({
      name: 'inference_images_total',
      help: 'Images by what became of them: computed, refused (queue full), expired (deadline), failed',
      labelNames: ['outcome'],
      registers,
    });
    this.imagesUnderWay = new Gauge({
      name: 'inference_images_under_way',
      help: 'Images accepted and not yet answered',
      registers,
    });
    this.batchImages = new Histogram({
      name: 'inference_batch_images',
      help: 'Images computed in one batch',
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers,
    });
    this.queueSeconds = new Histogram({
      name: 'inference_queue_seconds',
      help: 'Time from the queueing of images to the start of their batch',
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 15],
      registers,
    });
    this.computeSeconds = new Histogram({
      name: 'inference_compute_seconds',
      help: 'Time to compute one batch',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
      registers,
    });
  }
}
