export { freePort, startTestDatabase, type TestDatabase } from '@shelfwatch/embedded-postgres';
export * from './factories/constants.js';
export * from './factories/reading.factory.js';
export * from './factories/shop.factory.js';
