import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { type ImportBody, importReport, type StartImport, startImport } from '@shelfwatch/contracts';
import type { Database, SampleImportEntity } from '@shelfwatch/persistence';
import { type Logger, ProblemException } from '@shelfwatch/platform';
import { CsvRefused } from './csv-source.js';
import type { ImportLimits } from './import-limits.js';
import type { ImportPictures } from './import-pictures.js';
import { ImportTally } from './import-tally.js';
import { limitBytes } from './limit-bytes.js';
import { openSource, resolveBelow } from './open-source.js';
import type { PictureSource } from './picture-source.js';
import { openZip, ZipRefused } from './zip-source.js';

export interface ImportPlaces {
  /** Folder below which imports by path may lie; undefined = none. */
  importDir: string | undefined;
  /** For uploads until they are imported. */
  uploadsDir: string;
}

/** Imports, in the background, one after another. */
export class Imports implements OnModuleInit, OnModuleDestroy {
  private readonly stop = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly importPictures: ImportPictures,
    private readonly places: ImportPlaces,
    private readonly limits: ImportLimits,
    private readonly logger: Logger,
  ) {}

  /** What was under way when the service ended goes on: what is imported already is found again by its content. */
  async onModuleInit(): Promise<void> {
    for (const entry of await this.database.unit.sampleImports.running()) this.enqueue(entry);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(new Error('the service is ending'));
    await this.queue;
  }

  /** @throws ProblemException 422 when there is no such folder or CSV below the import folder, or the CSV has no usable header */
  async startPath(dataSet: string, request: StartImport, by: string): Promise<ImportBody> {
    const path = await this.resolvePath(request.path);
    try {
      // Looked into at once, so that who sent it hears at once what is wrong.
      await (await this.open(path)).close();
    } catch (error) {
      if (error instanceof CsvRefused) throw new ProblemException(422, 'CSV_UNUSABLE', error.message);
      throw error;
    }
    return this.start(dataSet, { ...request, path }, basename(path), by);
  }

  /** @param zip the request's body @throws ProblemException 413 when it is too long, 422 when it is no ZIP */
  async startZip(dataSet: string, zip: Readable, options: Omit<StartImport, 'path'>, by: string): Promise<ImportBody> {
    await mkdir(this.places.uploadsDir, { recursive: true });
    const path = join(this.places.uploadsDir, `${randomUUID()}.zip`);
    try {
      await pipeline(zip, limitBytes(this.limits.maxUploadBytes), createWriteStream(path));
      // Looked into at once, so that who sent it hears at once what is wrong.
      await (await openZip(path, this.limits)).close();
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof ZipRefused) throw new ProblemException(422, 'ZIP_UNUSABLE', error.message);
      throw error;
    }
    return this.start(dataSet, { ...options, path }, 'upload', by);
  }

  async list(dataSet: string): Promise<ImportBody[]> {
    return (await this.database.unit.sampleImports.ofDataSet(dataSet)).map(toBody);
  }

  async find(importId: string): Promise<ImportBody> {
    const entry = await this.database.unit.sampleImports.find(importId);
    if (entry === undefined) throw new ProblemException(404, 'IMPORT_UNKNOWN', `There is no import ${importId}.`);
    return toBody(entry);
  }

  private async start(dataSet: string, request: StartImport, source: string, by: string): Promise<ImportBody> {
    const entry: SampleImportEntity = {
      ...{ importId: randomUUID(), dataSet, state: 'running', source, request, startedBy: by },
      ...{ startedAt: new Date(), endedAt: null, done: 0, total: null, failure: null },
      report: new ImportTally().report(),
    };
    await this.database.unit.sampleImports.save(entry);
    this.enqueue(entry);
    return toBody(entry);
  }

  private enqueue(entry: SampleImportEntity): void {
    this.queue = this.queue.then(() => this.run(entry));
  }

  private async run(entry: SampleImportEntity): Promise<void> {
    const { sampleImports } = this.database.unit;
    const request = startImport.parse(entry.request);
    const tally = new ImportTally();
    let source: PictureSource | undefined;
    let current = entry;
    const save = async (changes: Partial<SampleImportEntity>) => {
      current = { ...current, ...changes };
      await sampleImports.save(current);
    };
    try {
      source = await this.open(request.path);
      const total = source.total ?? null;
      await this.importPictures.run(
        source,
        {
          ...{ dataSet: entry.dataSet, golden: request.golden, minSide: request.minSide, addedBy: entry.startedBy },
          onProgress: (done) => save({ done, total, report: tally.report() }),
          signal: this.stop.signal,
        },
        tally,
      );
      await save({
        state: 'succeeded',
        endedAt: new Date(),
        report: tally.report(await this.classesOf(entry.dataSet)),
      });
      if (request.path.startsWith(resolve(this.places.uploadsDir))) await rm(request.path, { force: true });
    } catch (error) {
      // It stays "running", and goes on when the service starts again.
      if (this.stop.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      this.logger.error({ err: error, importId: entry.importId }, 'an import failed');
      const failure = { code: codeOf(error), message };
      await save({ state: 'failed', endedAt: new Date(), report: tally.report(), failure }).catch(() => undefined);
    } finally {
      await source?.close();
    }
  }

  private async classesOf(dataSet: string) {
    return (await this.database.unit.samples.classCounts()).filter((it) => it.dataSet === dataSet);
  }

  private open(path: string): Promise<PictureSource> {
    return openSource(path, this.places.importDir ?? this.places.uploadsDir, this.limits);
  }

  private async resolvePath(path: string): Promise<string> {
    const { importDir } = this.places;
    if (importDir === undefined)
      throw new ProblemException(
        422,
        'NO_IMPORT_FOLDER',
        'Send a ZIP instead, or set IMPORT_DIR where the service runs.',
      );
    const found = await resolveBelow(importDir, path);
    if (found !== undefined) return found;
    throw new ProblemException(422, 'FOLDER_UNKNOWN', `There is no folder or CSV "${path}" below the import folder.`);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ZipRefused) return 'ZIP_UNUSABLE';
  return error instanceof CsvRefused ? 'CSV_UNUSABLE' : 'IMPORT_FAILED';
}

const toBody = (entry: SampleImportEntity): ImportBody => ({
  ...{ importId: entry.importId, dataSet: entry.dataSet, state: entry.state, source: entry.source },
  startedAt: entry.startedAt.toISOString(),
  endedAt: entry.endedAt?.toISOString() ?? null,
  ...{ done: entry.done, total: entry.total, failure: entry.failure },
  report: importReport.parse(entry.report),
});
