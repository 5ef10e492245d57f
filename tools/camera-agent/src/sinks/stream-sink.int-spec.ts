import { frameCapturedHeaders, TOPICS } from '@shelfwatch/contracts';
import { createEventStream, type ReceivedMessage } from '@shelfwatch/messaging';
import { startTestDatabase, type TestDatabase } from '@shelfwatch/testing';
import { StreamSink } from './stream-sink.js';

describe('StreamSink', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  afterAll(() => database.drop());

  it('When a picture is sent, then it is in the stream as ingestion expects it', async () => {
    const sink = StreamSink.open({ DATABASE_URL: database.url });
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2]);
    const capturedAt = new Date('2026-05-04T10:00:00.250Z');
    await sink.send('aisle-4', { bytes, type: 'image/jpeg', capturedAt }, 12);
    await sink.close();

    const stream = createEventStream({ databaseUrl: database.url, clientId: 'test' });
    const message = await new Promise<ReceivedMessage>((resolve) => {
      void stream.subscribe({ groupId: 'test', topics: [TOPICS.frameCaptured.name] }, async (received) =>
        resolve(received),
      );
    });
    await stream.close();
    expect(message).toMatchObject({ key: 'aisle-4', value: bytes });
    expect(frameCapturedHeaders.parse(message.headers)).toMatchObject({
      ce_time: capturedAt.toISOString(),
      ce_sequence: '12',
    });
  });

  it('When neither Kafka nor a database is named, then it says what to set', () => {
    expect(() => StreamSink.open({})).toThrow('KAFKA_BROKERS or DATABASE_URL');
  });

  it('When the database does not answer, then the agent may try again', async () => {
    const sink = StreamSink.open({ DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    const picture = { bytes: Buffer.from('x'), type: 'image/jpeg' as const, capturedAt: new Date() };
    await expect(sink.send('aisle-4', picture, 0)).rejects.toMatchObject({
      code: 'PLATFORM_UNREACHABLE',
      retriable: true,
    });
    await sink.close();
  });
});
