import { describeEventStream } from '../contract/event-stream.contract.js';
import { testBrokers } from './kafka-broker.config.js';

describeEventStream('Apache Kafka', async () => ({ kafkaBrokers: testBrokers(), kafkaSessionTimeoutMs: 6_000 }));
