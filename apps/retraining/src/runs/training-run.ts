import type { RunBody, RunState } from '@shelfwatch/contracts';
import {
  startTrainingProcess,
  type TrainingJobInput,
  type TrainingProcess,
  TrainingProcessError,
} from '@shelfwatch/vision/training-process';
import { logLineOf, withReport } from './describe-report.js';
import type { RunFolders } from './run-folders.js';

/** A run that goes on now: its process, and its record kept true on disk. */
export class TrainingRun {
  /** Settles when the process has ended and the record says how. */
  readonly ended: Promise<void>;
  private readonly process: TrainingProcess;
  private writing: Promise<void> = Promise.resolve();
  /** What the end of the process will mean, once somebody has asked for it. */
  private stoppedAs: Extract<RunState, 'cancelled' | 'interrupted'> | undefined;

  constructor(
    private run: RunBody,
    job: TrainingJobInput,
    private readonly folders: RunFolders,
  ) {
    this.note(`started: ${run.request.strategy} on ${run.request.dataSet}`);
    this.process = startTrainingProcess(job, (report) => {
      const line = logLineOf(report);
      if (line !== undefined) this.note(line);
      this.update(withReport(this.run, report));
    });
    this.ended = this.process.result.then(
      () => this.end('succeeded'),
      (error: unknown) => this.end(this.stoppedAs ?? 'failed', error),
    );
  }

  get body(): RunBody {
    return this.run;
  }

  /** Ends the process between two steps; its checkpoint stays. */
  stop(as: Extract<RunState, 'cancelled' | 'interrupted'>): Promise<void> {
    this.stoppedAs ??= as;
    this.process.cancel();
    return this.ended;
  }

  private end(state: RunState, error?: unknown): Promise<void> {
    const failure = state === 'failed' ? toFailure(error) : null;
    this.note(state);
    this.update({ ...this.run, state, endedAt: new Date().toISOString(), failure });
    return this.writing;
  }

  private update(run: RunBody): void {
    this.run = run;
    this.write(() => this.folders.save(run));
  }

  private note(text: string): void {
    const at = new Date();
    this.write(() => this.folders.log(this.run.runId, text, at));
  }

  /** One after another; a full disk must not end the training, whose checkpoint may still fit. */
  private write(work: () => Promise<void>): void {
    this.writing = this.writing.then(work).catch(() => undefined);
  }
}

function toFailure(error: unknown): RunBody['failure'] {
  if (error instanceof TrainingProcessError) {
    return { code: error.code, message: error.message, retriable: error.retriable };
  }
  return { code: 'TRAINING_FAILED', message: String(error), retriable: false };
}
