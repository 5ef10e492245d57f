import { TOPICS } from '../topics.js';
import { DESCRIBED_MESSAGES, type DescribedMessage } from './described-messages.js';
import { type Json, jsonSchemaOf } from './json-schema.js';

type TopicName = keyof typeof TOPICS;

const DESCRIPTION = `Everything that happens travels as messages: pictures in, shelf events and reorders out. Any Kafka client in any language can take part.

Messages are CloudEvents 1.0 in Kafka's binary mode: attributes are headers that begin with \`ce_\`, the value is the data. Order holds within a key. Delivery is at least once: deduplicate by \`ce_id\`, which is the same for a repetition.
What cannot be handled goes to the topic of the same name with \`.dlq\` behind it, with its bytes and headers as they came and the reason in \`x-dead-letter-*\` headers.
A topic keeps its version while changes are additive; a breaking change makes a new topic.`;

/** The event stream's description, made from the same schemas that check its messages. @see https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApiDocument(): Json {
  const topics = Object.entries(DESCRIBED_MESSAGES) as [TopicName, DescribedMessage][];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Shelfwatch event stream',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{broker}',
        protocol: 'kafka',
        description: 'The brokers that the platform was started with (`KAFKA_BROKERS`).',
        variables: { broker: { default: 'localhost:9092' } },
      },
    },
    channels: Object.fromEntries(topics.map(([name, message]) => [name, channelOf(name, message)])),
    operations: Object.fromEntries(topics.map(([name, message]) => [operationOf(name), operation(name, message)])),
    components: {
      messages: Object.fromEntries(topics.map(([name, message]) => [name, messageOf(name, message)])),
    },
  };
}

function channelOf(name: TopicName, { title, summary }: DescribedMessage): Json {
  const { name: address, partitions, retentionMs } = TOPICS[name];
  return {
    ...{ address, title, summary },
    messages: { [name]: { $ref: `#/components/messages/${name}` } },
    bindings: {
      kafka: { partitions, topicConfiguration: { 'retention.ms': retentionMs }, bindingVersion: '0.5.0' },
    },
  };
}

const operationOf = (name: TopicName): string => `on${name[0]!.toUpperCase()}${name.slice(1)}`;

/** Seen from the platform, as AsyncAPI 3 wants it: it receives pictures and sends everything else. */
const operation = (name: TopicName, { from, summary }: DescribedMessage): Json => ({
  action: from === 'cameras' ? 'receive' : 'send',
  channel: { $ref: `#/channels/${name}` },
  summary,
  messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
});

function messageOf(name: TopicName, { title, summary, key, headers, body, example }: DescribedMessage): Json {
  return {
    ...{ name: TOPICS[name].name, title, summary },
    contentType: body === undefined ? 'image/jpeg' : 'application/json',
    headers: jsonSchemaOf(headers),
    payload: body === undefined ? { type: 'string', format: 'binary' } : jsonSchemaOf(body),
    bindings: { kafka: { key: { type: 'string', description: key }, bindingVersion: '0.5.0' } },
    examples: [{ name: 'example', ...example }],
  };
}
