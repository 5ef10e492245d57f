import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { RunBody, RunDetail, RunEstimate, StartRun } from '@shelfwatch/contracts';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import { estimateRun } from './estimate-run.js';
import { backendOf } from './likely-backend.js';
import type { PrepareRun, RunInputs } from './prepare-run.js';
import type { RunFolders } from './run-folders.js';
import { optionsOf } from './to-training-job.js';
import { type RunSteps, type StopState, TrainingRun } from './training-run.js';

const LOG_LINES = 200;

/** Training runs, one at a time: two on one machine would take longer than one after the other. */
export class TrainingRuns implements OnModuleInit, OnModuleDestroy {
  private readonly ended = new Map<string, RunBody>();
  private current: TrainingRun | undefined;
  private launching = false;

  constructor(
    private readonly folders: RunFolders,
    private readonly prepare: PrepareRun,
    private readonly finish: RunSteps['finish'],
    private readonly log: Logger,
  ) {}

  /** What ran when the service ended without a word did not finish. */
  async onModuleInit(): Promise<void> {
    for (const run of await this.folders.load()) {
      if (run.state !== 'running') {
        this.ended.set(run.runId, run);
        continue;
      }
      const interrupted: RunBody = { ...run, state: 'interrupted', endedAt: new Date().toISOString() };
      await this.folders.save(interrupted);
      this.ended.set(run.runId, interrupted);
      this.log.warn({ runId: run.runId }, 'a training run was interrupted; it can be resumed');
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.current?.stop('interrupted');
  }

  list(): RunBody[] {
    const runs = [...(this.current ? [this.current.body] : []), ...this.ended.values()];
    return runs.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }

  async detail(runId: string): Promise<RunDetail> {
    const run = this.find(runId);
    const [epochs, log] = await Promise.all([this.folders.readEpochs(runId), this.folders.readLog(runId, LOG_LINES)]);
    return { ...run, epochs, log };
  }

  /** @throws ProblemException 422 when something that it names is not there */
  async estimate(request: StartRun): Promise<RunEstimate> {
    return this.estimateOf(request, await this.prepare.find(request));
  }

  /** @throws ProblemException 409 while another one runs, 422 when something that it names is not there */
  start(request: StartRun, by: string): Promise<RunBody> {
    return this.launch(async () => {
      const inputs = await this.prepare.find(request);
      return {
        ...{ runId: randomUUID(), state: 'running', request, startedBy: by, startedAt: new Date().toISOString() },
        estimatedSeconds: this.estimateOf(request, inputs).seconds,
        parentVersion: inputs.startModel?.version ?? null,
        ...{ endedAt: null, backend: null, progress: null, metrics: {}, modelVersion: null, failure: null },
      };
    });
  }

  /** Goes on from the checkpoint of a run that did not come to its end. */
  resume(runId: string): Promise<RunBody> {
    return this.launch(async () => {
      const run = this.find(runId);
      const canGoOn = ['paused', 'cancelled', 'interrupted'].includes(run.state) || run.failure?.retriable === true;
      if (!canGoOn)
        throw new ProblemException(409, 'RUN_STATE', `This run is ${run.state}; there is nothing to go on with.`);
      return { ...run, state: 'running', endedAt: null, failure: null };
    });
  }

  /** @throws ProblemException 409 when it does not run */
  async stop(runId: string, as: Exclude<StopState, 'interrupted'>): Promise<RunBody> {
    const { state } = this.find(runId);
    if (this.current?.body.runId !== runId)
      throw new ProblemException(409, 'RUN_STATE', `This run is ${state} already.`);
    await this.current.stop(as);
    return this.find(runId);
  }

  private async launch(toRun: () => Promise<RunBody>): Promise<RunBody> {
    // Over, but for the last lines of its record.
    if (this.current !== undefined && this.current.body.state !== 'running') await this.current.ended;
    if (this.launching || this.current !== undefined) {
      const which = this.current?.body.runId ?? 'that has just been asked for';
      throw new ProblemException(409, 'TRAINING_BUSY', `The run ${which} is under way; wait for its end or cancel it.`);
    }
    this.launching = true;
    try {
      return (await this.begin(await toRun())).body;
    } finally {
      this.launching = false;
    }
  }

  private async begin(run: RunBody): Promise<TrainingRun> {
    await this.folders.save(run);
    const steps: RunSteps = {
      prepare: ({ runId, request }, onPicture) => this.prepare.job(runId, request, onPicture),
      finish: this.finish,
    };
    const started = new TrainingRun(run, steps, this.folders);
    this.current = started;
    this.ended.delete(run.runId);
    void started.ended.then(() => {
      this.ended.set(run.runId, started.body);
      this.current = undefined;
      const { runId, state, failure } = started.body;
      this.log.info({ runId, state, failure }, 'a training run ended');
    });
    return started;
  }

  private estimateOf(request: StartRun, { architecture, classes, counts }: RunInputs): RunEstimate {
    const backend = backendOf(request.backend);
    const split = { train: Array.from({ length: counts.train }, (_, index) => index), validation: [], test: [] };
    const options = optionsOf(request, { split, classes, architecture });
    const facts = { backend, options, classes, counts, inputSize: architecture.inputSize, cores: cpus().length };
    return estimateRun({ ...facts, correction: this.correctionOf(backend) });
  }

  /** How earlier runs compare with their estimates; the newest counts. */
  private correctionOf(backend: string): number | undefined {
    const run = this.list().find((it) => it.state === 'succeeded' && it.backend === backend && it.estimatedSeconds > 0);
    if (run?.endedAt == null) return undefined;
    const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1_000;
    return Math.min(10, Math.max(0.1, seconds / run.estimatedSeconds));
  }

  private find(runId: string): RunBody {
    const run = this.current?.body.runId === runId ? this.current.body : this.ended.get(runId);
    if (run !== undefined) return run;
    throw new ProblemException(404, 'RUN_UNKNOWN', `There is no training run ${runId}.`);
  }
}
