import type { RunBody, RunProgress, RunState } from '@shelfwatch/contracts';
import { ProblemException } from '@shelfwatch/platform';
import {
  startTrainingProcess,
  type TrainingJobInput,
  type TrainingProcess,
  TrainingProcessError,
} from '@shelfwatch/vision/training-process';
import { logLineOf, pictureProgress, toRunEpoch, withReport } from './describe-report.js';
import type { RunFolders } from './run-folders.js';

/** What comes before and after the training process. */
export interface RunSteps {
  /** Writes the crops. @param onPicture may throw, to stop */
  prepare(run: RunBody, onPicture: (done: number, total: number) => void): Promise<TrainingJobInput>;
  /** Enters the model into the registry and compares it with the one that is live. @returns a line for the log */
  finish(run: RunBody, onPicture: (done: number, total: number) => void): Promise<string>;
}

/** How a run can be made to end before its time. */
export type StopState = Extract<RunState, 'paused' | 'cancelled' | 'interrupted'>;

class RunStopped extends Error {}

/** A run that goes on now: its process, and its record kept true on disk. */
export class TrainingRun {
  /** Settles when all has ended and the record says how. */
  readonly ended: Promise<void>;
  private process: TrainingProcess | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** What the end will mean, once somebody has asked for it. */
  private stoppedAs: StopState | undefined;

  constructor(
    private run: RunBody,
    private readonly steps: RunSteps,
    private readonly folders: RunFolders,
  ) {
    this.note(`started: ${run.request.strategy} on data set ${run.request.dataSetVersionId}`);
    this.ended = this.goThrough().then(
      () => this.end('succeeded'),
      (error: unknown) => this.end(this.stoppedAs ?? 'failed', error),
    );
  }

  get body(): RunBody {
    return this.run;
  }

  /** Ends it between two steps; its checkpoint stays. */
  stop(as: StopState): Promise<void> {
    this.stoppedAs ??= as;
    this.process?.cancel();
    return this.ended;
  }

  private async goThrough(): Promise<void> {
    const job = await this.steps.prepare(this.run, this.follow('pictures'));
    this.goOn();
    this.process = startTrainingProcess(job, (report) => {
      const line = logLineOf(report);
      if (line !== undefined) this.note(line);
      if (report.kind === 'epoch') {
        const epoch = toRunEpoch(report.record);
        this.write(() => this.folders.addEpoch(this.run.runId, epoch));
      }
      this.update(withReport(this.run, report));
    });
    await this.process.result;
    this.note(await this.steps.finish(this.run, this.follow('compare')));
  }

  /** Keeps the progress of work on pictures, and ends it when somebody has asked for that. */
  private follow(stage: 'pictures' | 'compare'): (done: number, total: number) => void {
    const started = performance.now();
    let shownAt = -Infinity;
    return (done, total) => {
      this.goOn();
      const now = performance.now();
      if (now - shownAt < 500 && done < total) return;
      shownAt = now;
      this.show(pictureProgress(stage, done, total, (now - started) / 1_000));
    };
  }

  private goOn(): void {
    if (this.stoppedAs !== undefined) throw new RunStopped();
  }

  private show(progress: RunProgress): void {
    this.update({ ...this.run, progress });
  }

  private end(state: RunState, error?: unknown): Promise<void> {
    const failure = state === 'failed' ? toFailure(error) : null;
    this.note(failure === null ? state : `failed: ${failure.message}`);
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
  if (error instanceof TrainingProcessError)
    return { code: error.code, message: error.message, retriable: error.retriable };
  if (error instanceof ProblemException) return { code: error.code, message: error.message, retriable: true };
  return {
    code: 'RUN_FAILED',
    message: error instanceof Error ? error.message : String(error),
    // Such as a full disk or a lost database: what has been trained is still there.
    retriable: true,
  };
}
