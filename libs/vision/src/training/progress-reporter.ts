import { BACKBONE_GROUPS } from './layer-groups.js';
import type { TrainingRun } from './train.js';
import { type TrainingProgress, WorkClock } from './training-progress.js';

/** Work in units of one crop's forward pass at 224 pixels. */
export const forwardCost = (inputSize: number) => (inputSize / 224) ** 2;
export const trainingCost = ({ inputSize, unfrozenGroups }: { inputSize: number; unfrozenGroups: number }) =>
  forwardCost(inputSize) * (1.2 + (1.6 * unfrozenGroups) / BACKBONE_GROUPS);

/** Weighs the work of a run, and reports about once a second how far it is. */
export function progressReporter(
  { dataSet, split, options, architecture, onProgress }: TrainingRun,
  isResumed: boolean,
) {
  const trainCrops = split.train.length;
  const head =
    options.headEpochs > 0
      ? trainCrops * (1 + options.headViews) * forwardCost(options.phases[0]?.inputSize ?? architecture.inputSize)
      : 0;
  const phases = options.phases.map(
    (phase) =>
      phase.epochs *
      (trainCrops * (phase.share ?? 1) * trainingCost(phase) + split.validation.length * forwardCost(phase.inputSize)),
  );
  const evaluation = (split.validation.length + split.test.length) * forwardCost(architecture.inputSize);
  const clock = new WorkClock(head + phases.reduce((sum, work) => sum + work, 0) + evaluation);
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
