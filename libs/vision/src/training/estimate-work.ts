import { BACKBONE_GROUPS } from '../backbone/network.js';
import type { TrainingOptions, TrainingPhase } from './training-options.js';

/** Work of a run, in units of one crop's forward pass at 224 pixels. */
export interface TrainingWork {
  /** To compute embeddings. */
  head: number;
  phases: number;
  evaluation: number;
}

export const forwardCost = (inputSize: number): number => (inputSize / 224) ** 2;
export const trainingCost = ({
  inputSize,
  unfrozenGroups,
}: Pick<TrainingPhase, 'inputSize' | 'unfrozenGroups'>): number =>
  forwardCost(inputSize) * (1.2 + (1.6 * unfrozenGroups) / BACKBONE_GROUPS);

/** @param crops how many there are of each side */
export function trainingWork(
  crops: { train: number; validation: number; test: number },
  options: Pick<TrainingOptions, 'headEpochs' | 'headViews' | 'phases'>,
  inputSize: number,
): TrainingWork {
  const { headEpochs, headViews, phases } = options;
  const headSize = phases[0]?.inputSize ?? inputSize;
  const ofPhase = (phase: TrainingPhase) =>
    phase.epochs *
    (crops.train * (phase.share ?? 1) * trainingCost(phase) + crops.validation * forwardCost(phase.inputSize));
  return {
    head: headEpochs > 0 ? crops.train * (1 + headViews) * forwardCost(headSize) : 0,
    phases: phases.map(ofPhase).reduce((sum, work) => sum + work, 0),
    evaluation: (crops.validation + crops.test) * forwardCost(inputSize),
  };
}
