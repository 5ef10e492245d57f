import { Kafka, logLevel } from 'kafkajs';

/** kafkajs by itself, as its documentation shows it: what the Kafka adapter is measured against. Of no other use. */
export class BareKafka {
  private readonly kafka: Kafka;
  private readonly producer;

  constructor(brokers: readonly string[]) {
    this.kafka = new Kafka({ clientId: 'bare', brokers: [...brokers], logLevel: logLevel.NOTHING });
    this.producer = this.kafka.producer({ allowAutoTopicCreation: false });
  }

  connect(): Promise<void> {
    return this.producer.connect();
  }

  async publish(topic: string, messages: readonly { key: string; value: Buffer }[]): Promise<void> {
    await this.producer.send({ topic, messages: [...messages] });
  }

  /** @returns stops consuming */
  async consume(topic: string, groupId: string, handler: () => void): Promise<() => Promise<void>> {
    const consumer = this.kafka.consumer({ groupId });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: async () => handler() });
    return () => consumer.disconnect();
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}
