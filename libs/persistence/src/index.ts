export * from './data-source/create-data-source.js';
export * from './data-source/run-migrations.js';
export * from './errors/persistence.errors.js';
