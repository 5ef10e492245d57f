/** What making a model needs. Loads TensorFlow.js, and TensorFlow itself once a backend is opened: import it in training processes only. */
export * from './backend/backend.errors.js';
export * from './backend/training-backend.js';
export * from './dataset/crop-data-set.js';
export * from './dataset/crop-data-set-writer.js';
export * from './dataset/dataset.errors.js';
export * from './dataset/open-crop-data-set.js';
export * from './dataset/split-by-group.js';
export * from './evaluation/calibration.js';
export * from './evaluation/classification-report.js';
export * from './evaluation/softmax.js';
export * from './mobilenet-v2/read-weights-folder.js';
export * from './training/augment-crop.js';
export type { EpochRecord } from './training/checkpoint.js';
export * from './training/layer-groups.js';
export * from './training/train.js';
export * from './training/training.errors.js';
export * from './training/training-options.js';
export * from './training/training-progress.js';
