import type { StartRun, TrainingStrategy } from '@shelfwatch/contracts';
import { progressivePhases, type TrainingJobInput, type TrainingPhase } from '@shelfwatch/vision/training-process';

export interface RunPlaces {
  dataSetFolder: string;
  startFolder: string | undefined;
  outFolder: string;
  workFolder: string;
}

/** What the training process is told. Pure: the same run started again is the same job, and goes on from its checkpoint. */
export function toTrainingJob(run: StartRun, places: RunPlaces, codeVersion: string): TrainingJobInput {
  const { name, backend, seed, batchSize, headEpochs, architecture, strategy } = run;
  const { startFolder, ...folders } = places;
  return {
    ...{ name, backend, architecture, codeVersion, ...folders },
    ...(startFolder === undefined ? {} : { startFolder }),
    options: { seed, batchSize, headEpochs, phases: phasesOf(strategy, architecture.inputSize) },
  };
}

function phasesOf(strategy: TrainingStrategy, inputSize: number): TrainingPhase[] {
  const learningRate = 3e-4;
  switch (strategy) {
    case 'feature-extraction':
      return [];
    case 'fine-tuning':
      return [{ name: 'top', inputSize, epochs: 5, unfrozenGroups: 2, learningRate }];
    case 'progressive':
      return progressivePhases({ finalSize: inputSize, learningRate });
  }
}
