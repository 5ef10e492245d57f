import { type Augmentation, defaultAugmentation } from './augment-crop.js';
import { BACKBONE_GROUPS } from '../backbone/network.js';
import { type Mixing, noMixing } from './mix-pairs.js';

/** A stretch of fine-tuning with the same picture size and the same layers unfrozen. */
export interface TrainingPhase {
  name: string;
  /** Side of the pictures in pixels, a multiple of 32: smaller first saves most of the time. */
  inputSize: number;
  epochs: number;
  /** Share of the pictures that an epoch shows, drawn anew each time; 1 when absent. Full-size pictures are dear, and some suffice to adapt. */
  share?: number;
  /** Groups of the backbone, counted from the top, that are trained along with the classifier: 0 to `BACKBONE_GROUPS`. */
  unfrozenGroups: number;
  /** Highest rate, of the classifier and the topmost group; see `layerDecay` for those below. */
  learningRate: number;
  /** Shows pictures nearly as they will be served: nothing mixed, less cut away. The last epochs of a long training gain by it. */
  isSettling?: boolean;
}

export interface TrainingOptions {
  /** Chance is drawn from it alone: the same seed, data and backend give the same model. */
  seed: number;
  batchSize: number;
  /** Augmented views of each picture, besides the plain one, that the classifier alone is trained on. */
  headViews: number;
  /** Epochs of the classifier alone on embeddings that are computed once. 0 leaves this out. */
  headEpochs: number;
  headLearningRate: number;
  /** Of the classifier alone; see `weightDecay`. */
  headWeightDecay: number;
  /** Fine-tuning; none of it is feature extraction, one phase is plain fine-tuning, several unfreeze progressively. */
  phases: readonly TrainingPhase[];
  /** `cosine` falls to the end of each phase; `plateau` falls when macro-F1 has not risen for two epochs. */
  schedule: 'cosine' | 'plateau';
  /** `balanced`: classes with few pictures count more, by the inverse of their share (at most five times). Few pictures are also repeated, see `epochOrder`. */
  classWeights: 'none' | 'balanced';
  /** Each group of layers learns this much slower than the one above, 0 to 1. */
  layerDecay: number;
  weightDecay: number;
  labelSmoothing: number;
  /** Where families of products are known: how much the right family counts beside the right class. */
  familyWeight: number;
  dropout: number;
  /** Largest Euclidean length of the gradients of a step. */
  clipNorm: number;
  /** Share of each phase's steps during which the learning rate rises. */
  warmUpShare: number;
  /** Moving average of the weights, kept beside them and evaluated instead; 0 switches it off. */
  emaDecay: number;
  /** A phase ends early when macro-F1 has not risen for this many epochs. */
  patience: number;
  augmentation: Augmentation;
  /** Of the views that the classifier alone is trained on: its backbone learns nothing from them, so they change less. */
  headAugmentation: Augmentation;
  mixing: Mixing;
}

export const defaultTrainingOptions: TrainingOptions = {
  seed: 1,
  batchSize: 32,
  headViews: 0,
  headEpochs: 30,
  headLearningRate: 2e-3,
  headWeightDecay: 0.05,
  phases: progressivePhases({ finalSize: 224, learningRate: 3e-4 }),
  schedule: 'cosine',
  classWeights: 'none',
  layerDecay: 0.7,
  weightDecay: 0.01,
  labelSmoothing: 0.1,
  familyWeight: 0.5,
  dropout: 0.2,
  clipNorm: 5,
  warmUpShare: 0.05,
  emaDecay: 0.99,
  patience: 3,
  augmentation: defaultAugmentation,
  headAugmentation: defaultAugmentation,
  mixing: noMixing,
};

/**
 * Unfreezes from the top while the pictures grow: most of the learning happens where it is cheap, and the last phase adapts all layers
 * to the size that the model will serve.
 */
export function progressivePhases(options: { finalSize: number; learningRate: number }): TrainingPhase[] {
  const { finalSize, learningRate } = options;
  const side = (share: number) => Math.max(32, Math.round((finalSize * share) / 32) * 32);
  return [
    { name: 'top', inputSize: side(0.57), epochs: 1, unfrozenGroups: 2, learningRate },
    { name: 'all, small', inputSize: side(0.57), epochs: 5, unfrozenGroups: BACKBONE_GROUPS, learningRate },
    {
      name: 'all, full size',
      inputSize: finalSize,
      epochs: 1,
      unfrozenGroups: BACKBONE_GROUPS,
      learningRate: learningRate / 4,
    },
  ];
}
