import { createEventStream, type EventStreamConfig } from '../create-event-stream.js';

// A consumer in a process of its own, to be killed in the middle. Prints each value that it has handled.
const { config, topic, groupId } = JSON.parse(process.argv[2]!) as {
  config: EventStreamConfig;
  topic: string;
  groupId: string;
};
const stream = createEventStream(config);
await stream.subscribe({ groupId, topics: [topic], concurrency: 1 }, async ({ value }) => {
  await new Promise((done) => setTimeout(done, 100));
  process.stdout.write(`${value.toString()}\n`);
});
