export { startTestDatabase, type TestDatabase } from '@shelfwatch/embedded-postgres';
