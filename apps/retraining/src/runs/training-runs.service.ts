import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { RunBody, RunDetail, StartRun } from '@shelfwatch/contracts';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import type { RunFolders } from './run-folders.js';
import { toTrainingJob } from './to-training-job.js';
import { TrainingRun } from './training-run.js';

const LOG_LINES = 200;
const NO_RELEASE = 'unknown';

/** Folders whose folders may be named in a request. */
export interface TrainingPlaces {
  dataSetsDir: string;
  modelsDir: string;
}

/** Training runs, one at a time: two on one machine would take longer than one after the other. */
export class TrainingRuns implements OnModuleInit, OnModuleDestroy {
  private readonly ended = new Map<string, RunBody>();
  private current: TrainingRun | undefined;
  private launching = false;

  constructor(
    private readonly folders: RunFolders,
    private readonly places: TrainingPlaces,
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
    return { ...this.find(runId), log: await this.folders.readLog(runId, LOG_LINES) };
  }

  /** @throws ProblemException 409 while another one runs, 422 when a folder that it names is not there */
  async start(request: StartRun): Promise<RunBody> {
    return this.launch({
      ...{ runId: randomUUID(), state: 'running', request, startedAt: new Date().toISOString() },
      ...{ endedAt: null, backend: null, progress: null, metrics: {}, modelVersion: null, failure: null },
    });
  }

  /** Goes on from the checkpoint of a run that did not come to its end. */
  async resume(runId: string): Promise<RunBody> {
    const run = this.find(runId);
    const canGoOn = ['cancelled', 'interrupted'].includes(run.state) || run.failure?.retriable === true;
    if (!canGoOn)
      throw new ProblemException(409, 'RUN_STATE', `This run is ${run.state}; there is nothing to go on with.`);
    return this.launch({ ...run, state: 'running', endedAt: null, failure: null });
  }

  /** @throws ProblemException 409 when it does not run */
  async cancel(runId: string): Promise<RunBody> {
    const { state } = this.find(runId);
    if (this.current?.body.runId !== runId)
      throw new ProblemException(409, 'RUN_STATE', `This run is ${state} already.`);
    await this.current.stop('cancelled');
    return this.find(runId);
  }

  private async launch(run: RunBody): Promise<RunBody> {
    if (this.launching || this.current !== undefined) {
      const which = this.current?.body.runId ?? 'that has just been asked for';
      throw new ProblemException(409, 'TRAINING_BUSY', `The run ${which} is under way; wait for its end or cancel it.`);
    }
    this.launching = true;
    try {
      return (await this.begin(run)).body;
    } finally {
      this.launching = false;
    }
  }

  private async begin(run: RunBody): Promise<TrainingRun> {
    const { dataSet, startModel } = run.request;
    const dataSetFolder = await folderIn(this.places.dataSetsDir, dataSet, 'data set');
    const startFolder = startModel && (await folderIn(this.places.modelsDir, startModel, 'model'));
    await this.folders.save(run);
    const outFolder = this.folders.modelFolder(run.runId);
    const workFolder = this.folders.workFolder(run.runId);
    const job = toTrainingJob(run.request, { dataSetFolder, startFolder, outFolder, workFolder }, NO_RELEASE);
    const started = new TrainingRun(run, job, this.folders);
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

  private find(runId: string): RunBody {
    const run = this.current?.body.runId === runId ? this.current.body : this.ended.get(runId);
    if (run !== undefined) return run;
    throw new ProblemException(404, 'RUN_UNKNOWN', `There is no training run ${runId}.`);
  }
}

async function folderIn(parent: string, name: string, what: string): Promise<string> {
  const folder = join(parent, name);
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  throw new ProblemException(422, 'FOLDER_UNKNOWN', `There is no ${what} ${name} in ${parent}.`);
}
