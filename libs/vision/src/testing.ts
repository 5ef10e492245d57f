/** For tests of other projects. */
export * from './testing/golden-shelf.js';
export * from './testing/temporary-folder.js';
export * from './testing/untrained-model.js';
export * from './testing/s3-store.js';
