/** What serving a model needs: neither TensorFlow.js nor training is loaded by importing it. */
export * from './preprocess/crop-region.js';
export * from './preprocess/decode-picture.js';
export * from './preprocess/input-range.js';
export * from './preprocess/picture.errors.js';
export * from './preprocess/rgb-picture.js';
export * from './vision.errors.js';
export * from './model-folder/model-folder.errors.js';
export * from './model-folder/model-metadata.js';
export * from './model-folder/read-model-folder.js';
export * from './model-folder/weight-tensor.js';
export * from './model-folder/weights-manifest.js';
export * from './model-folder/write-model-folder.js';
export * from './onnx/write-onnx-model.js';
