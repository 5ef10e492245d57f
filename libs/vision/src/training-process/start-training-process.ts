import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { siblingFile } from '../threads/sibling-file.js';
import { VisionError } from '../vision.errors.js';
import type { TrainingJobInput, TrainingReport } from './training-job.js';

/** A training process failed or died; `code` is that of the failure inside it, or `TRAINING_PROCESS_DIED`. */
export class TrainingProcessError extends VisionError {
  override readonly retriable: boolean;

  constructor(
    readonly code: string,
    message: string,
    retriable: boolean,
  ) {
    super(message);
    this.retriable = retriable;
  }
}

export interface TrainingProcess {
  pid: number | undefined;
  /** Settles when the process has ended. @throws {TrainingProcessError} */
  result: Promise<Extract<TrainingReport, { kind: 'done' }>>;
  /** Ends it between two steps, with a checkpoint; `result` then rejects with `TRAINING_CANCELLED`. */
  cancel(): void;
}

/**
 * Trains in a process of its own: a leak, a crash or a long step of native code there cannot hurt the service that asks for it. Importing this loads no TensorFlow.js.
 */
export function startTrainingProcess(
  job: TrainingJobInput,
  onReport: (report: TrainingReport) => void = () => {},
): TrainingProcess {
  const program = fileURLToPath(siblingFile(import.meta.url, 'training.process'));
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let done: Extract<TrainingReport, { kind: 'done' }> | undefined;
  let failed: Extract<TrainingReport, { kind: 'failed' }> | undefined;
  child.on('message', (message) => {
    const report = message as TrainingReport;
    if (report.kind === 'done') done = report;
    if (report.kind === 'failed') failed = report;
    onReport(report);
  });
  const result = new Promise<Extract<TrainingReport, { kind: 'done' }>>((resolve, reject) => {
    child.on('error', (error) => reject(new TrainingProcessError('TRAINING_PROCESS_DIED', error.message, true)));
    child.on('exit', (code, signal) => {
      if (done) return resolve(done);
      const died = `The training process ended with ${signal ?? `exit code ${code}`}; started again it goes on from its checkpoint.`;
      reject(
        failed
          ? new TrainingProcessError(failed.code, failed.message, failed.retriable)
          : new TrainingProcessError('TRAINING_PROCESS_DIED', died, true),
      );
    });
  });
  child.send(job);
  return { pid: child.pid, result, cancel: () => void child.kill('SIGTERM') };
}
