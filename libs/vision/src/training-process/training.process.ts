/** Entry of a training process: takes one job from its parent, reports, and exits. Goes with its parent, keeping the checkpoint. */
import { VisionError } from '../vision.errors.js';
import { runTrainingJob } from './run-training-job.js';
import { trainingJob, type TrainingReport } from './training-job.js';

const stop = new AbortController();
/** With a callback, a parent that is gone is no error here: `disconnect` says so, and the checkpoint stays. */
const report = (message: TrainingReport): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

process.on('disconnect', () => stop.abort());
process.on('SIGTERM', () => stop.abort());
// A terminal sends Ctrl-C to the whole group: the parent decides.
process.on('SIGINT', () => {});

process.once('message', (message) => {
  run(message).finally(() => {
    process.disconnect?.();
    // TensorFlow's threads would keep the process alive.
    process.exit();
  });
});

async function run(message: unknown): Promise<void> {
  try {
    await runTrainingJob(trainingJob.parse(message), report, { signal: stop.signal });
  } catch (error) {
    const known = error instanceof VisionError ? error : undefined;
    report({
      kind: 'failed',
      code: known?.code ?? 'TRAINING_FAILED',
      message: error instanceof Error ? error.message : String(error),
      retriable: known?.retriable ?? false,
    });
    process.exitCode = 1;
  }
}
