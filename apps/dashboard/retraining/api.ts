import { unwrap } from '../monitoring/client';
import { client } from './client';
import type {
  DataSet,
  DataSetDetail,
  Freeze,
  FrozenDataSet,
  GateReport,
  Import,
  ImportOptions,
  LabelReason,
  LiveHistory,
  MislabelSearch,
  MislabelSearchDetail,
  ModelDetail,
  RegisteredModel,
  Run,
  RunDetail,
  RunEstimate,
  Sample,
  ShadowComparison,
  StartRun,
} from './types';

export interface RegistryList {
  models: RegisteredModel[];
  unusable: { folder: string; reason: string }[];
  inferenceAnswers: boolean;
}

export const getRegistry = (signal: AbortSignal): Promise<RegistryList> =>
  unwrap(client.GET('/v1/registry', { signal }));

export const getModel = (version: string, signal: AbortSignal): Promise<ModelDetail> =>
  unwrap(client.GET('/v1/registry/{version}', { params: { path: { version } }, signal }));

/** What a model can say: the labels of its `metadata.json`. */
export async function getModelLabels(version: string, signal: AbortSignal): Promise<{ label: string; name: string }[]> {
  const params = { path: { version, file: 'metadata.json' } };
  const metadata = await unwrap(
    client.GET('/v1/registry/{version}/files/{file}', { params, signal, parseAs: 'json' }) as Promise<{
      data?: unknown;
      error?: unknown;
      response: Response;
    }>,
  );
  return (metadata as { labels: { label: string; name: string }[] }).labels;
}

export const getGate = (version: string, against: string | undefined, signal: AbortSignal): Promise<GateReport> =>
  unwrap(
    client.GET('/v1/registry/{version}/gate', {
      params: { path: { version }, query: against === undefined ? {} : { against } },
      signal,
    }),
  );

export async function promote(version: string, to: 'shadow' | 'live', reason?: string): Promise<void> {
  const body = reason === undefined ? { to } : { to, override: { reason } };
  await unwrap(client.POST('/v1/registry/{version}/promotion', { params: { path: { version } }, body }));
}

export async function rollBack(reason: string): Promise<void> {
  await unwrap(client.POST('/v1/registry/rollback', { body: { reason } }));
}

export const getLiveHistory = (signal: AbortSignal): Promise<LiveHistory> =>
  unwrap(client.GET('/v1/registry/live-history', { signal }));

export const getShadow = (signal: AbortSignal): Promise<ShadowComparison> =>
  unwrap(client.GET('/v1/registry/shadow', { signal }));

export async function getRuns(signal: AbortSignal): Promise<Run[]> {
  return (await unwrap(client.GET('/v1/runs', { signal }))).runs;
}

export const getRun = (runId: string, signal: AbortSignal): Promise<RunDetail> =>
  unwrap(client.GET('/v1/runs/{runId}', { params: { path: { runId } }, signal }));

export const estimateRun = (body: StartRun, signal: AbortSignal): Promise<RunEstimate> =>
  unwrap(client.POST('/v1/runs/estimate', { body, signal }));

export const startRun = (body: StartRun): Promise<Run> => unwrap(client.POST('/v1/runs', { body }));

export async function changeRun(runId: string, to: 'pause' | 'cancel' | 'resume'): Promise<void> {
  const params = { path: { runId } };
  await unwrap(client.POST(`/v1/runs/{runId}/${to}`, { params, body: {} }));
}

export async function getDataSets(signal: AbortSignal): Promise<DataSet[]> {
  return (await unwrap(client.GET('/v1/data-sets', { signal }))).dataSets;
}

export const getDataSet = (dataSet: string, signal: AbortSignal): Promise<DataSetDetail> =>
  unwrap(client.GET('/v1/data-sets/{dataSet}', { params: { path: { dataSet } }, signal }));

export async function getImports(dataSet: string, signal: AbortSignal): Promise<Import[]> {
  return (await unwrap(client.GET('/v1/data-sets/{dataSet}/imports', { params: { path: { dataSet } }, signal })))
    .imports;
}

export async function importPath(dataSet: string, path: string, options: ImportOptions): Promise<void> {
  const params = { path: { dataSet } };
  await unwrap(client.POST('/v1/data-sets/{dataSet}/imports', { params, body: { path, ...options } }));
}

export async function getMislabelSearches(dataSet: string, signal: AbortSignal): Promise<MislabelSearch[]> {
  const params = { path: { dataSet } };
  return (await unwrap(client.GET('/v1/data-sets/{dataSet}/mislabels', { params, signal }))).searches;
}

export const getMislabelSearch = (
  dataSet: string,
  searchId: string,
  signal: AbortSignal,
): Promise<MislabelSearchDetail> =>
  unwrap(
    client.GET('/v1/data-sets/{dataSet}/mislabels/{searchId}', { params: { path: { dataSet, searchId } }, signal }),
  );

export const findMislabels = (dataSet: string): Promise<MislabelSearch> =>
  unwrap(client.POST('/v1/data-sets/{dataSet}/mislabels', { params: { path: { dataSet } }, body: {} }));

export const freeze = (dataSet: string, body: Freeze): Promise<FrozenDataSet> =>
  unwrap(client.POST('/v1/data-sets/{dataSet}/versions', { params: { path: { dataSet } }, body }));

export const getSamples = (
  dataSet: string,
  label: string,
  limit: number,
  signal: AbortSignal,
): Promise<{ samples: Sample[]; total: number }> =>
  unwrap(
    client.GET('/v1/data-sets/{dataSet}/samples', {
      params: { path: { dataSet }, query: { label, limit } },
      signal,
    }),
  );

export async function relabel(dataSet: string, sampleIds: readonly string[], label: string | null): Promise<void> {
  const params = { path: { dataSet } };
  await unwrap(
    client.POST('/v1/data-sets/{dataSet}/samples/relabel', { params, body: { sampleIds: [...sampleIds], label } }),
  );
}

export const getLabelTasks = (storeId: string, reason: LabelReason | undefined, signal: AbortSignal) =>
  unwrap(
    client.GET('/v1/labelling/tasks', {
      params: { query: { storeId, ...(reason === undefined ? {} : { reason }) } },
      signal,
    }),
  );

/** How many wait for each reason. */
export async function getLabelCounts(
  storeId: string,
  reasons: readonly LabelReason[],
  signal: AbortSignal,
): Promise<Record<LabelReason, number>> {
  const count = async (reason: LabelReason) => {
    const query = { storeId, reason, limit: 1 };
    const { waiting } = await unwrap(client.GET('/v1/labelling/tasks', { params: { query }, signal }));
    return [reason, waiting] as const;
  };
  return Object.fromEntries(await Promise.all(reasons.map(count))) as Record<LabelReason, number>;
}

/** Every class that is taught or can be: of the live model, and of all data sets. */
export async function getKnownLabels(signal: AbortSignal): Promise<{ label: string; name: string }[]> {
  const [{ models }, dataSets] = await Promise.all([getRegistry(signal), getDataSets(signal)]);
  const live = models.find(({ state }) => state === 'live');
  const [ofModel, ofDataSets] = await Promise.all([
    // Without them people can still choose what is in the data sets.
    live === undefined ? [] : getModelLabels(live.version, signal).catch(() => []),
    Promise.all(dataSets.map(({ name }) => getDataSet(name, signal))),
  ]);
  return [...ofModel, ...ofDataSets.flatMap(({ classList }) => classList)];
}

export async function answerLabelTasks(answers: { taskId: string; label: string | null }[]): Promise<void> {
  await unwrap(client.POST('/v1/labelling/answers', { body: { answers } }));
}
