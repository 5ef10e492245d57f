import pg from 'pg';
import { startTestDatabase } from './test-database.js';

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
};

describe('startTestDatabase', () => {
  it('When two are started, then they share a server and nothing else', async () => {
    const [first, second] = [await startTestDatabase(), await startTestDatabase()];
    expect(new URL(first.url).port).toBe(new URL(second.url).port);
    const client = await connect(first.url);
    await client.query('CREATE TABLE mine (id int)');
    const other = await connect(second.url);
    await expect(other.query('SELECT * FROM mine')).rejects.toMatchObject({ code: '42P01' });
    // Dropping works with connections open: a failed spec may leave some.
    await Promise.all([first.drop(), second.drop()]);
    await expect(connect(first.url)).rejects.toMatchObject({ code: '3D000' });
    await Promise.allSettled([client.end(), other.end()]);
  });
});
