import { randomUUID } from 'node:crypto';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import {
  findMislabels,
  type FindMislabels as FindRequest,
  type MislabelSearchBody,
  type MislabelSearchDetail,
  mislabelSuspect,
} from '@shelfwatch/contracts';
import type { Database, MislabelSearchEntity, MislabelSearchRow } from '@shelfwatch/persistence';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import type { FindMislabels } from './find-mislabels.js';

/** Progress is written down no more often. */
const SAVE_EVERY_MS = 500;

/** Searches for wrong labels, in the background, one after another. */
export class MislabelSearches implements OnModuleInit, OnModuleDestroy {
  private readonly stop = new AbortController();
  private queue: Promise<void> = Promise.resolve();
  /** Search that is under way or waits, by data set. */
  private readonly underWay = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly finder: FindMislabels,
    private readonly logger: Logger,
  ) {}

  /** What was under way when the service ended begins again; pictures that were looked at already are not looked at again. */
  async onModuleInit(): Promise<void> {
    for (const entry of await this.database.unit.mislabelSearches.running()) {
      this.underWay.set(entry.dataSet, entry.searchId);
      this.enqueue(entry);
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(new Error('the service is ending'));
    await this.queue;
  }

  /**
   * @throws ProblemException 404 without such a data set or model, 409 while one of the same data set is under way, 422 when there is nothing to
   *   compare
   */
  async start(dataSet: string, request: FindRequest, by: string): Promise<MislabelSearchBody> {
    const busy = this.underWay.get(dataSet);
    if (busy !== undefined)
      throw new ProblemException(409, 'SEARCH_BUSY', `The search ${busy} of this data set is under way; wait for it.`);
    const entry: MislabelSearchEntity = {
      ...{ searchId: randomUUID(), dataSet, state: 'running', stage: 'waiting', request, startedBy: by },
      ...{ startedAt: new Date(), endedAt: null, done: 0, total: null, checked: null, found: null },
      ...{ suspects: [], failure: null },
    };
    this.underWay.set(dataSet, entry.searchId);
    try {
      await this.finder.check(dataSet, request);
      await this.database.unit.mislabelSearches.save(entry);
    } catch (error) {
      this.underWay.delete(dataSet);
      throw error;
    }
    this.enqueue(entry);
    return toBody(entry);
  }

  async list(dataSet: string): Promise<MislabelSearchBody[]> {
    return (await this.database.unit.mislabelSearches.ofDataSet(dataSet)).map(toBody);
  }

  /** With what it found, and the label that each sample has by now. @throws ProblemException 404 */
  async find(dataSet: string, searchId: string): Promise<MislabelSearchDetail> {
    const { mislabelSearches, samples } = this.database.unit;
    const entry = await mislabelSearches.find(dataSet, searchId);
    if (entry === undefined)
      throw new ProblemException(404, 'SEARCH_UNKNOWN', `The data set ${dataSet} has no search ${searchId}.`);
    const suspects = mislabelSuspect.array().parse(entry.suspects);
    const now = await samples.find(
      dataSet,
      suspects.map(({ sampleId }) => sampleId),
    );
    const labelOf = new Map(now.map(({ sampleId, label }) => [sampleId, label]));
    return {
      ...toBody(entry),
      suspects: suspects.map((suspect) => ({ ...suspect, labelNow: labelOf.get(suspect.sampleId) ?? null })),
    };
  }

  private enqueue(entry: MislabelSearchEntity): void {
    this.queue = this.queue.then(() => this.run(entry)).finally(() => this.release(entry));
  }

  private release({ dataSet, searchId }: MislabelSearchEntity): void {
    if (this.underWay.get(dataSet) === searchId) this.underWay.delete(dataSet);
  }

  private async run(entry: MislabelSearchEntity): Promise<void> {
    // It stays "running", and begins again when the service starts again.
    if (this.stop.signal.aborted) return;
    const save = (changes: Partial<MislabelSearchEntity>) => {
      // Before: who reads that it has ended may start the next one.
      this.release(entry);
      return this.database.unit.mislabelSearches.save({ ...entry, stage: null, endedAt: new Date(), ...changes });
    };
    try {
      const { checked, suspects } = await this.finder.find(entry.dataSet, findMislabels.parse(entry.request), {
        onProgress: this.follow(entry),
        signal: this.stop.signal,
      });
      await save({ state: 'succeeded', checked, found: suspects.length, suspects });
    } catch (error) {
      if (this.stop.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      this.logger.error({ err: error, searchId: entry.searchId }, 'a search for wrong labels failed');
      const code = error instanceof ProblemException ? error.code : 'SEARCH_FAILED';
      await save({ state: 'failed', failure: { code, message } }).catch(() => undefined);
    }
  }

  /** Keeps the entry and its record true. That a record cannot be written now and then does no harm. */
  private follow(entry: MislabelSearchEntity) {
    let savedAt = -Infinity;
    return async (stage: 'pictures' | 'labels', done: number, total: number): Promise<void> => {
      const isNew = stage !== entry.stage;
      Object.assign(entry, { stage, done, total });
      if (!isNew && performance.now() - savedAt < SAVE_EVERY_MS) return;
      savedAt = performance.now();
      await this.database.unit.mislabelSearches.saveProgress(entry).catch(() => undefined);
    };
  }
}

const toBody = (entry: MislabelSearchRow): MislabelSearchBody => ({
  ...{ searchId: entry.searchId, dataSet: entry.dataSet, state: entry.state, stage: entry.stage },
  ...{ request: findMislabels.parse(entry.request), startedBy: entry.startedBy },
  ...{ startedAt: entry.startedAt.toISOString(), endedAt: entry.endedAt?.toISOString() ?? null },
  ...{ done: entry.done, total: entry.total, checked: entry.checked, found: entry.found, failure: entry.failure },
});
