/** Training from a service, in a process of its own, and the search for wrong labels, in a thread. Importing this loads no TensorFlow.js. */
export * from './backbone/backbone-names.js';
export * from './backbone/network.js';
export * from './dataset/crop-data-set.js';
export * from './dataset/crop-data-set-writer.js';
export * from './dataset/open-crop-data-set.js';
export * from './dataset/split-by-group.js';
export * from './evaluation/calibration.js';
export * from './evaluation/judge-model-folder.js';
export * from './mislabels/mislabel-search.js';
export * from './training-process/start-training-process.js';
export * from './training-process/training-job.js';
export * from './training/estimate-work.js';
export * from './training/recommended-options.js';
export * from './training/training-options.js';
