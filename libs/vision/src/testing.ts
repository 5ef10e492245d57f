/** For tests of other projects. */
export * from './testing/temporary-folder.js';
export * from './testing/untrained-model.js';
