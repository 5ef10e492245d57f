import { startTestDatabase } from '@shelfwatch/embedded-postgres';
import { Database } from '../database/database.js';
import { NOON, sampleShop } from './sample-rows.js';

/** For specs: an opened, migrated database of their own that holds the sample shop. */
export async function migratedDatabase(): Promise<{ database: Database; url: string; end: () => Promise<void> }> {
  const { url, drop } = await startTestDatabase();
  const database = await Database.open({ url });
  await database.migrate();
  await database.transaction((unit) => unit.shopDefinitions.replace(sampleShop(), NOON));
  const end = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  return { database, url, end };
}
