import { join } from 'node:path';
import type { StartRun } from '@shelfwatch/contracts';
import type { Database, ModelNow } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import {
  type BackboneName,
  backboneNames,
  openCropDataSet,
  type TrainingJobInput,
} from '@shelfwatch/vision/training-process';
import type { WriteCropFolder } from '../data-sets/write-crop-folder.js';
import type { ModelStore } from '../registry/model-store.js';
import type { RunFolders } from './run-folders.js';
import { toTrainingJob } from './to-training-job.js';

/** What a request names, found in the registry and among the frozen data sets. */
export interface RunInputs {
  startModel: ModelNow | undefined;
  architecture: { backbone: BackboneName; width: number; inputSize: number };
  classes: number;
  counts: { train: number; validation: number; test: number };
}

const DEFAULT_ARCHITECTURE = { width: 1, inputSize: 224 };
/** Parts of photographs are enlarged, so their crops have pixels to spare. */
const CROP_SCALE = { facings: 1, photographs: 9 / 7 } as const;

/** Turns a request into a job for a training process. */
export class PrepareRun {
  constructor(
    private readonly database: Database,
    private readonly store: ModelStore,
    private readonly crops: WriteCropFolder,
    private readonly folders: RunFolders,
    private readonly places: { embeddingsDir: string; codeVersion: string },
  ) {}

  /** @throws ProblemException 422 when something that the request names is not there, or does not fit */
  async find(request: StartRun): Promise<RunInputs> {
    const { dataSetVersionId } = request;
    const dataSet = await this.database.unit.dataSetVersions.find(dataSetVersionId);
    if (dataSet === undefined)
      throw new ProblemException(422, 'DATA_SET_UNKNOWN', `There is no frozen data set ${dataSetVersionId}.`);
    if (dataSet.counts.train === 0 || dataSet.counts.test + dataSet.counts.validation === 0)
      throw new ProblemException(
        422,
        'DATA_SET_TOO_SMALL',
        'This data set has nothing to learn from, or nothing to be measured on; import more pictures and freeze it anew.',
      );
    const startModel = await this.startModel(request.start);
    const given = startModel?.architecture;
    const { width, inputSize } = request.architecture ?? given ?? DEFAULT_ARCHITECTURE;
    // The registry takes in no model whose backbone is not known here.
    const own = given?.backbone as BackboneName | undefined;
    const backbone = request.architecture?.backbone ?? own ?? backboneNames[0];
    if (given !== undefined && (given.width !== width || own !== backbone))
      throw new ProblemException(
        422,
        'ARCHITECTURE_DIFFERS',
        `${startModel!.version} is ${own} of width ${given.width}, not ${backbone} of width ${width}; start from "chance" or from another model.`,
      );
    return {
      startModel,
      architecture: { backbone, width, inputSize },
      classes: dataSet.classes,
      counts: dataSet.counts,
    };
  }

  /** Writes the pictures as crops, unless they are there already. @param onCrop may throw to stop */
  async job(
    runId: string,
    request: StartRun,
    onCrop: (done: number, total: number) => void,
  ): Promise<TrainingJobInput> {
    const { startModel, architecture } = await this.find(request);
    const cropSize = Math.round(architecture.inputSize * CROP_SCALE[request.pictures]);
    const { folder, split } = await this.crops.write(request.dataSetVersionId, cropSize, onCrop);
    const dataSet = openCropDataSet(folder);
    dataSet.close();
    return toTrainingJob(
      request,
      {
        ...{ dataSetFolder: folder, split, classes: dataSet.labels.length, architecture },
        startFolder: startModel === undefined ? undefined : this.store.pathOf(startModel.folder),
        outFolder: this.folders.modelFolder(runId),
        workFolder: this.folders.workFolder(runId),
        cacheFolder: join(this.places.embeddingsDir),
      },
      this.places.codeVersion,
    );
  }

  private async startModel(start: string): Promise<ModelNow | undefined> {
    if (start === 'chance') return undefined;
    const models = await this.database.unit.models.list();
    const found = models.find(({ version, state }) => (start === 'live' ? state === 'live' : version === start));
    if (found !== undefined) return found;
    const what = start === 'live' ? 'No model is live' : `The registry has no model ${start}`;
    throw new ProblemException(422, 'START_UNKNOWN', `${what}; start from another one, or from "chance".`);
  }
}
