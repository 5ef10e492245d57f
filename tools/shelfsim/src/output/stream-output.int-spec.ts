import { frameCapturedHeaders, TOPICS } from '@shelfwatch/contracts';
import { startTestDatabase, type TestDatabase } from '@shelfwatch/embedded-postgres';
import { createEventStream, type ReceivedMessage } from '@shelfwatch/messaging';
import { scenarioSchema } from '../scenario/scenario.js';
import { simulate } from '../simulate/simulation.js';
import { StreamOutput } from './stream-output.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.drop());

describe('StreamOutput', () => {
  it('When a scenario is played into the stream, then each camera is read back in order, with its bytes and true times', async () => {
    const layout = { fixtures: 2, slotsPerFixture: 8, shelves: 2, picture: { width: 640, height: 360 } };
    const scenario = scenarioSchema.parse({
      ...{ name: 's', description: 'd', durationMinutes: 3, frameEverySeconds: 60, layout },
    });
    const connect = (clientId: string) => createEventStream({ databaseUrl: database.url, clientId });
    const output = new StreamOutput(connect('shelfsim'));
    const simulation = simulate(scenario, { seed: 1 });
    await output.open();
    const sent = [];
    for await (const frame of simulation) {
      await output.send(frame);
      sent.push(frame);
    }
    await output.close();

    const reader = connect('reader');
    const received: ReceivedMessage[] = [];
    await new Promise<void>((resolve, reject) => {
      const handle = (message: ReceivedMessage): Promise<void> => {
        received.push(message);
        if (received.length === sent.length) resolve();
        return Promise.resolve();
      };
      reader.subscribe({ groupId: 'reader', topics: [TOPICS.frameCaptured.name] }, handle).catch(reject);
    });
    await reader.close();
    for (const cameraId of ['cam-01', 'cam-02']) {
      const own = received.filter(({ key }) => key === cameraId);
      const wanted = sent.filter((frame) => frame.cameraId === cameraId);
      expect(own.map(({ value }) => value.toString('base64'))).toEqual(
        wanted.map(({ jpeg }) => jpeg.toString('base64')),
      );
      expect(own.map(({ headers }) => frameCapturedHeaders.parse(headers)['ce_time'])).toEqual(
        wanted.map(({ capturedAt }) => capturedAt.toISOString()),
      );
      expect(own.map(({ headers }) => headers['ce_sequence'])).toEqual(['1', '2', '3']);
    }
  });
});
