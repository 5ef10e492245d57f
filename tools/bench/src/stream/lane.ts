import { createEventStream, type EventStreamConfig } from '@shelfwatch/messaging';
import { BareKafka } from '@shelfwatch/messaging/bare-kafka';

export interface LaneMessage {
  key: string;
  value: Buffer;
}

/** A way from a publisher to a consumer, the same for the adapters and the bare client. */
export interface Lane {
  createTopic(topic: string): Promise<void>;
  publish(topic: string, messages: readonly LaneMessage[]): Promise<void>;
  /** @returns stops consuming */
  consume(topic: string, groupId: string, handled: (value: Buffer | undefined) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const partitions = 4;

export function adapterLane(config: Omit<EventStreamConfig, 'clientId'>): Lane {
  const stream = createEventStream({ ...config, clientId: 'bench' });
  return {
    createTopic: (topic) => stream.ensureTopics([{ name: topic, partitions }]),
    publish: (topic, messages) => stream.publish(messages.map((message) => ({ topic, ...message }))),
    consume: async (topic, groupId, handled) => {
      const subscription = await stream.subscribe({ groupId, topics: [topic] }, async ({ value }) => handled(value));
      return () => subscription.stop();
    },
    close: () => stream.close(),
  };
}

export async function bareKafkaLane(brokers: readonly string[]): Promise<Lane> {
  const bare = new BareKafka(brokers);
  const admin = createEventStream({ kafkaBrokers: brokers, clientId: 'bench-admin' });
  await bare.connect();
  return {
    createTopic: (topic) => admin.ensureTopics([{ name: topic, partitions }]),
    publish: (topic, messages) => bare.publish(topic, messages),
    consume: (topic, groupId, handled) => bare.consume(topic, groupId, () => handled(undefined)),
    close: async () => {
      await bare.close();
      await admin.close();
    },
  };
}
