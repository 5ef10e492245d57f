import { type StockEventList, type StockEventChanged, TOPICS } from '@shelfwatch/contracts';
import { createEventStream, type EventStream, type ReceivedMessage } from '@shelfwatch/messaging';
import { kafkaConfig } from './kafka.config.js';
import { type RunningPlatform, runningPlatform } from './platform/running-platform.js';
import { until } from './until.js';

// `npm run test:kafka` sets KAFKA_BROKERS; `npm start`, which this runs, then takes Kafka as its event stream.
describe('the platform on Apache Kafka', () => {
  let platform: RunningPlatform;
  let stream: EventStream;

  beforeAll(async () => {
    platform = await runningPlatform();
    stream = createEventStream({ kafkaBrokers: kafkaConfig().brokers, clientId: 'e2e' });
  }, 240_000);
  afterAll(async () => {
    await stream?.close();
    await platform?.stop();
  }, 60_000);

  it('When cameras publish pictures to Kafka, then an inventory system reads out-of-stock events from Kafka and the API knows them', async () => {
    const received: ReceivedMessage[] = [];
    const topics = [TOPICS.stockEventChanged.name];
    await stream.subscribe({ groupId: 'inventory-system', topics }, async (message) => void received.push(message));
    const opened = (): StockEventChanged | undefined =>
      received
        .map(({ value }) => JSON.parse(value.toString()) as StockEventChanged)
        .find(({ change, kind }) => change === 'opened' && kind === 'out-of-stock');
    await until('an out-of-stock event was read from Kafka', async () => opened() !== undefined, 150_000);

    const event = opened()!;
    expect(event.decision?.reason).toBeTruthy();
    expect(received[0]!.headers).toMatchObject({ ce_specversion: '1.0', ce_type: topics[0] });

    const signIn = await fetch(`${platform.address}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: platform.email, password: platform.password }),
    });
    const cookie = signIn.headers.getSetCookie()[0]!;
    const answer = await fetch(`${platform.address}/api/v1/stock-events?limit=1000`, { headers: { cookie } });
    const { events } = (await answer.json()) as StockEventList;
    expect(events.map(({ eventId }) => eventId)).toContain(event.eventId);
  }, 180_000);
});
