export * from './client/retraining-client.js';
export * from './client/retraining.errors.js';
export * from './client/zip-folder.js';
