import type { components, paths } from './generated/schema';

/** The words of retraining's API, by the names that the pages use for them. */
type Schemas = components['schemas'];

export type DataSet = Schemas['DataSetList']['dataSets'][number];
export type DataSetDetail = Schemas['DataSetDetail'];
export type DataSetVersion = DataSet['versions'][number];
export type FrozenDataSet = Schemas['FrozenDataSet'];
export type Import = Schemas['Import'];
export interface ImportOptions {
  /** For the final check only: never trained on. */
  golden: boolean;
  /** Pixels of a picture's shorter side below which it is refused. */
  minSide: number;
}
export type Freeze = paths['/v1/data-sets/{dataSet}/versions']['post']['requestBody']['content']['application/json'];
export type MislabelSearch = Schemas['MislabelSearch'];
export type MislabelSearchDetail = Schemas['MislabelSearchDetail'];
export type MislabelSuspect = MislabelSearchDetail['suspects'][number];
export type Sample = Schemas['SampleList']['samples'][number];
export type LabelTask = Schemas['LabelTaskList']['tasks'][number];
export type LabelReason = LabelTask['reason'];
export type Run = Schemas['Run'];
export type RunDetail = Schemas['RunDetail'];
export type RunEstimate = Schemas['RunEstimate'];
export type StartRun = paths['/v1/runs']['post']['requestBody']['content']['application/json'];
export type RegisteredModel = Schemas['RegisteredModelList']['models'][number];
export type ModelState = RegisteredModel['state'];
export type ModelDetail = Schemas['RegisteredModelDetail'];
export type Evaluation = NonNullable<ModelDetail['evaluation']>;
export type GateReport = Schemas['GateReport'];
export type LiveHistory = Schemas['LiveHistory'];
export type ShadowComparison = Schemas['ShadowComparison'];
