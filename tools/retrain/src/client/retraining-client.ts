import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  dataSetDetail,
  type DataSetDetail,
  dataSetList,
  type DataSetSummary,
  type DataSetVersion,
  dataSetVersion,
  type FreezeDataSet,
  type GateReport,
  gateReport,
  type ImportBody,
  importBody,
  type MislabelSearchBody,
  mislabelSearchBody,
  type MislabelSearchDetail,
  mislabelSearchDetail,
  type PromoteModel,
  registeredModelDetail,
  type RegisteredModelDetail,
  registeredModelList,
  type RegisteredModelList,
  type RunBody,
  runBody,
  type RunDetail,
  runDetail,
  runEstimate,
  type RunEstimate,
  runList,
  type StartRunInput,
} from '@shelfwatch/contracts';
import { z } from 'zod';
import { RetrainingError } from './retraining.errors.js';

const problem = z.object({ code: z.string(), detail: z.string() });
const frozen = z.object({ version: dataSetVersion, dealtBySample: z.array(z.string()) });

/** Proof of who asks: an API key or the service's token as `authorization`, or a session as `cookie`. */
export type Proof = { authorization: string } | { cookie: string } | Record<string, never>;

const MOST_FAILURES = 30;
const LOOK_AGAIN_MS = 500;

/** The retraining service's API, typed. Every method throws `RetrainingError`. */
export class RetrainingClient {
  constructor(
    private readonly url: string,
    private readonly proof: Proof = {},
  ) {}

  async dataSets(): Promise<DataSetSummary[]> {
    return (await this.get('/v1/data-sets', dataSetList)).dataSets;
  }

  dataSet(name: string): Promise<DataSetDetail> {
    return this.get(`/v1/data-sets/${name}`, dataSetDetail);
  }

  /** @param zipPath a folder for each class, optionally with `classes.csv` */
  async importZip(dataSet: string, zipPath: string, options: { golden?: boolean } = {}): Promise<ImportBody> {
    const body = await openAsBlob(zipPath);
    const path = `/v1/data-sets/${dataSet}/imports?golden=${options.golden ?? false}`;
    return this.send(path, importBody, { body, headers: { 'content-type': 'application/zip' } });
  }

  /** @param path of a folder or CSV below the service's import folder */
  importPath(dataSet: string, path: string, options: { golden?: boolean } = {}): Promise<ImportBody> {
    return this.post(`/v1/data-sets/${dataSet}/imports`, { path, ...options }, importBody);
  }

  /** Comes back when the import has ended. @param onProgress hears of it from time to time */
  followImport(
    { dataSet, importId }: ImportBody,
    onProgress: (now: ImportBody) => void = () => {},
  ): Promise<ImportBody> {
    return follow(() => this.get(`/v1/data-sets/${dataSet}/imports/${importId}`, importBody), onProgress);
  }

  freeze(dataSet: string, request: Partial<FreezeDataSet> = {}): Promise<z.infer<typeof frozen>> {
    return this.post(`/v1/data-sets/${dataSet}/versions`, request, frozen);
  }

  findMislabels(dataSet: string): Promise<MislabelSearchBody> {
    return this.post(`/v1/data-sets/${dataSet}/mislabels`, {}, mislabelSearchBody);
  }

  /** Comes back when the search has ended, however it did. @param onProgress hears of it from time to time */
  followMislabels(
    { dataSet, searchId }: MislabelSearchBody,
    onProgress: (now: MislabelSearchDetail) => void = () => {},
  ): Promise<MislabelSearchDetail> {
    return follow(() => this.get(`/v1/data-sets/${dataSet}/mislabels/${searchId}`, mislabelSearchDetail), onProgress);
  }

  estimate(request: StartRunInput): Promise<RunEstimate> {
    return this.post('/v1/runs/estimate', request, runEstimate);
  }

  startRun(request: StartRunInput): Promise<RunBody> {
    return this.post('/v1/runs', request, runBody);
  }

  changeRun(runId: string, to: 'pause' | 'cancel' | 'resume'): Promise<RunBody> {
    return this.post(`/v1/runs/${runId}/${to}`, {}, runBody);
  }

  async runs(): Promise<RunBody[]> {
    return (await this.get('/v1/runs', runList)).runs;
  }

  run(runId: string): Promise<RunDetail> {
    return this.get(`/v1/runs/${runId}`, runDetail);
  }

  /** Comes back when the run has ended, however it did. */
  followRun(runId: string, onProgress: (now: RunDetail) => void = () => {}): Promise<RunDetail> {
    return follow(() => this.run(runId), onProgress);
  }

  registry(): Promise<RegisteredModelList> {
    return this.get('/v1/registry', registeredModelList);
  }

  model(version: string): Promise<RegisteredModelDetail> {
    return this.get(`/v1/registry/${version}`, registeredModelDetail);
  }

  gate(version: string, against?: string): Promise<GateReport> {
    return this.get(`/v1/registry/${version}/gate${against === undefined ? '' : `?against=${against}`}`, gateReport);
  }

  promote(version: string, request: PromoteModel): Promise<RegisteredModelDetail> {
    return this.post(`/v1/registry/${version}/promotion`, request, registeredModelDetail);
  }

  rollBack(reason: string): Promise<RegisteredModelList> {
    return this.post('/v1/registry/rollback', { reason }, registeredModelList);
  }

  private get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return this.send(path, schema, { method: 'GET' });
  }

  private post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return this.send(path, schema, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  private async send<T>(path: string, schema: z.ZodType<T>, request: RequestInit): Promise<T> {
    // Not kept alive: between two requests hours may pass, and a connection that the service has closed meanwhile fails the second.
    const headers = { connection: 'close', ...(request.headers as Record<string, string> | undefined), ...this.proof };
    const answer = await fetch(`${this.url}${path}`, { method: 'POST', ...request, headers }).catch(
      (error: unknown) => {
        const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
        throw new RetrainingError(
          'UNREACHABLE',
          `Retraining does not answer at ${this.url} (${why}). Start the platform with "npm start", or say where it is with --url.`,
        );
      },
    );
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return schema.parse(body);
    const { code, detail } = problem.catch({ code: 'HTTP', detail: `It answered ${answer.status}.` }).parse(body);
    throw new RetrainingError(code, detail, answer.status);
  }
}

/** What of two a version is: its data set's name may be said instead of its id. */
export const newestOf = (versions: readonly DataSetVersion[]): DataSetVersion | undefined =>
  [...versions].sort((a, b) => b.number - a.number)[0];

/** The service may be away for a moment, while it starts anew: what it does goes on by itself. */
async function follow<T extends { state: string }>(look: () => Promise<T>, onProgress: (now: T) => void): Promise<T> {
  let failures = 0;
  for (;;) {
    try {
      const now = await look();
      failures = 0;
      onProgress(now);
      if (now.state !== 'running') return now;
    } catch (error) {
      failures += 1;
      const isAway = error instanceof RetrainingError && error.code === 'UNREACHABLE';
      if (!isAway || failures > MOST_FAILURES) throw error;
    }
    await sleep(LOOK_AGAIN_MS);
  }
}
