import { BACKBONE_GROUPS, defaultTrainingOptions, type TrainingOptions } from '@shelfwatch/vision/training';

/** How thoroughly to train: `quick` is the classifier alone on frozen features, in minutes; `full` fine-tunes every layer. */
export const RECIPES = ['quick', 'full'] as const;
export type Recipe = (typeof RECIPES)[number];

const all = { unfrozenGroups: BACKBONE_GROUPS };

/** Facings in the simulated shop's pictures are about 100 pixels wide: 128 pixels show nearly all that there is, at a third of the time of 224. */
export function demoOptions(recipe: Recipe, seed: number): TrainingOptions {
  const base = { ...defaultTrainingOptions, seed };
  if (recipe === 'quick') return { ...base, phases: [], headEpochs: 60 };
  return {
    ...base,
    phases: [
      { name: 'top layers at 128 px', inputSize: 128, epochs: 1, unfrozenGroups: 2, learningRate: 3e-4 },
      { name: 'all layers at 128 px', inputSize: 128, epochs: 1, ...all, learningRate: 3e-4 },
      { name: 'all layers at 224 px', inputSize: 224, epochs: 1, share: 0.3, ...all, learningRate: 3e-4 },
    ],
  };
}
