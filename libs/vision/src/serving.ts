/** What serving a model needs: neither TensorFlow.js nor training is loaded by importing it. */
export * from './preprocess/crop-region.js';
export * from './preprocess/decode-picture.js';
export * from './preprocess/input-range.js';
export * from './preprocess/picture.errors.js';
export * from './preprocess/rgb-picture.js';
export * from './vision.errors.js';
