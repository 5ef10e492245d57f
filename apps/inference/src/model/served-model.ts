import type { ModelMetadata, ThreadedEngine } from '@shelfwatch/vision/serving';

/** A model in memory, warm. */
export class ServedModel {
  constructor(
    readonly metadata: ModelMetadata,
    readonly engine: ThreadedEngine,
    /** Time from the start of loading until all batch sizes were warm. */
    readonly warmUpMs: number,
  ) {}

  get classes(): number {
    return this.metadata.labels.length;
  }
}
