import type { StartRun } from '@shelfwatch/contracts';
import {
  type BackboneName,
  type DataSetSplit,
  recommendedOptions,
  type TrainingJobInput,
  type TrainingOptions,
} from '@shelfwatch/vision/training-process';

/** Everything that a request names, found. */
export interface RunPlaces {
  dataSetFolder: string;
  split: DataSetSplit;
  classes: number;
  /** Model folder to start from; undefined = from chance. */
  startFolder: string | undefined;
  architecture: { backbone: BackboneName; width: number; inputSize: number };
  outFolder: string;
  workFolder: string;
  cacheFolder: string;
}

/** What the training process is told. Pure: the same run started again is the same job, and goes on from its checkpoint. */
export function toTrainingJob(run: StartRun, places: RunPlaces, codeVersion: string): TrainingJobInput {
  const { name, backend } = run;
  const { startFolder, classes: _classes, ...rest } = places;
  return {
    ...{ name, backend, codeVersion, ...rest },
    ...(startFolder === undefined ? {} : { startFolder }),
    options: optionsOf(run, places),
  };
}

/** What is recommended, with the request's own options over it. */
export function optionsOf(
  { strategy, pictures, seed, options }: StartRun,
  { split, classes, architecture }: Pick<RunPlaces, 'split' | 'classes' | 'architecture'>,
): TrainingOptions {
  const facts = { classes, trainPictures: split.train.length, kind: pictures };
  const recommended = recommendedOptions(facts, strategy, architecture.inputSize);
  const chosen = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...recommended, ...(chosen as Partial<TrainingOptions>), seed };
}
