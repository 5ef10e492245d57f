import { trainingWork } from './estimate-work.js';
import type { TrainingRun } from './train.js';
import { type TrainingProgress, WorkClock } from './training-progress.js';

/** Weighs the work of a run, and reports about once a second how far it is. */
export function progressReporter(
  { dataSet, split, options, architecture, onProgress }: TrainingRun,
  isResumed: boolean,
) {
  const counts = { train: split.train.length, validation: split.validation.length, test: split.test.length };
  const { head, phases, evaluation } = trainingWork(counts, options, architecture.inputSize);
  const clock = new WorkClock(head + phases + evaluation);
  if (isResumed) clock.skip(head);
  let reportedAt = -Infinity;
  let crops = 0;
  let since = performance.now();
  return {
    batch(batchCrops: number, cost: number, progress: Partial<TrainingProgress> & { stage: string }): void {
      clock.add(batchCrops * cost);
      crops += batchCrops;
      const now = performance.now();
      if (now - reportedAt < 1_000 || dataSet.items.length === 0) return;
      const imagesPerSecond = (crops / Math.max(1, now - since)) * 1_000;
      [reportedAt, since, crops] = [now, now, 0];
      onProgress?.({ epoch: 0, epochs: 0, step: 0, steps: 0, imagesPerSecond, ...clock.estimate(), ...progress });
    },
  };
}
