import { BACKBONE_GROUPS } from '../backbone/network.js';
import { facingAugmentation, photographAugmentation, photographViews } from './augment-crop.js';
import { noMixing } from './mix-pairs.js';
import { defaultTrainingOptions, type TrainingOptions, type TrainingPhase } from './training-options.js';

/**
 * `feature-extraction`: frozen backbone, new classifier. `fine-tuning`: the upper half learns as well. `progressive`: classifier first, then
 * unfrozen from the top in steps, each with lower rates further down.
 */
export const TRAINING_STRATEGIES = ['feature-extraction', 'fine-tuning', 'progressive'] as const;
export type TrainingStrategy = (typeof TRAINING_STRATEGIES)[number];

/** What the choice of options depends on. */
export interface TrainingFacts {
  classes: number;
  trainPictures: number;
  /** `facings`: crops of a fixed camera, cut to the package. `photographs`: the product lies anywhere, at any size. */
  kind: 'facings' | 'photographs';
  /** Whether high and wide pictures were stretched to squares, so that one product appears in several shapes; false when absent. */
  shapesVary?: boolean;
}

/** With fewer pictures a class than this, more views of each are worth their time, and mixing hurts. */
const FEW_PER_CLASS = 10;

/** A package three times as high as wide, stretched to a square, looks as it is when it is squeezed to a third; more than that is rare. */
const SQUEEZE = 0.6;

/** Options that do well for a strategy and a data set of this kind and size. */
export function recommendedOptions(
  facts: TrainingFacts,
  strategy: TrainingStrategy,
  inputSize: number,
): TrainingOptions {
  const perClass = facts.trainPictures / facts.classes;
  const isFew = perClass < FEW_PER_CLASS;
  const isPhotographs = facts.kind === 'photographs';
  const squeeze = facts.shapesVary ? SQUEEZE : 0;
  const options: TrainingOptions = {
    ...defaultTrainingOptions,
    headViews: isPhotographs ? (isFew ? 12 : 6) : 0,
    augmentation: { ...(isPhotographs ? photographAugmentation : facingAugmentation), squeeze },
    headAugmentation: { ...(isPhotographs ? photographViews : facingAugmentation), squeeze },
  };
  if (strategy === 'feature-extraction')
    return { ...options, labelSmoothing: isPhotographs ? 0.2 : options.labelSmoothing, phases: [] };
  return {
    ...options,
    phases:
      strategy === 'fine-tuning' ? upperPhases(inputSize, isPhotographs) : stepwisePhases(inputSize, isPhotographs),
    mixing: isPhotographs && !isFew ? { mixupChance: 0.3, mixupBeta: 0.4, cutmixChance: 0.3 } : noMixing,
    emaDecay: isPhotographs ? 0.995 : defaultTrainingOptions.emaDecay,
    patience: isPhotographs ? 8 : defaultTrainingOptions.patience,
  };
}

/** Half of the groups, and with them nine tenths of the parameters. */
function upperPhases(inputSize: number, isPhotographs: boolean): TrainingPhase[] {
  return [{ name: 'upper layers', inputSize, epochs: isPhotographs ? 20 : 5, unfrozenGroups: 3, learningRate: 3e-4 }];
}

function stepwisePhases(inputSize: number, isPhotographs: boolean): TrainingPhase[] {
  const small = Math.max(32, Math.round((inputSize * (isPhotographs ? 0.71 : 0.57)) / 32) * 32);
  const all = BACKBONE_GROUPS;
  return isPhotographs
    ? [
        { name: 'top', inputSize: small, epochs: 2, unfrozenGroups: 2, learningRate: 5e-4 },
        { name: 'all, small', inputSize: small, epochs: 28, unfrozenGroups: all, learningRate: 5e-4 },
        { name: 'all, full size', inputSize, epochs: 8, unfrozenGroups: all, learningRate: 1.5e-4 },
        { name: 'settle', inputSize, epochs: 3, unfrozenGroups: all, learningRate: 5e-5, isSettling: true },
      ]
    : [
        { name: 'top', inputSize: small, epochs: 1, unfrozenGroups: 2, learningRate: 3e-4 },
        { name: 'all, small', inputSize: small, epochs: 5, unfrozenGroups: all, learningRate: 3e-4 },
        { name: 'all, full size', inputSize, epochs: 1, unfrozenGroups: all, learningRate: 7.5e-5 },
      ];
}
