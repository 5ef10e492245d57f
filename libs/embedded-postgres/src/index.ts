export * from './embedded-postgres.js';
export * from './errors/embedded-postgres.errors.js';
export * from './server/free-port.js';
export * from './start-embedded-postgres.js';
export * from './testing/test-database.js';
