export { createOutput, percent, table } from './cli/output.js';
export { UsageError } from './cli/usage.js';
export * from './client/prove-identity.js';
export * from './client/retraining-client.js';
export * from './client/retraining.errors.js';
export * from './client/zip-folder.js';
export { readRetrainSettings } from './retrain.config.js';
