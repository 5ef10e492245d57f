import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { deadLetterTopic } from '@shelfwatch/contracts';
import { createEventStream, type EventStreamConfig } from '../create-event-stream.js';
import {
  type EventStream,
  MAX_VALUE_BYTES,
  type MessageHandler,
  type ReceivedMessage,
  type SubscribeOptions,
} from '../event-stream.js';
import { collectGarbage } from './collect-garbage.js';
import { until } from './until.js';

const PARTITIONS = 4;
const root = resolve(import.meta.dirname, '..', '..', '..', '..');

/** What every adapter must do; `connect` tells how to reach the technology under test. */
export function describeEventStream(name: string, connect: () => Promise<Omit<EventStreamConfig, 'clientId'>>): void {
  describe(`the event stream on ${name}`, () => {
    let config: EventStreamConfig;
    let topic: string;
    const streams: EventStream[] = [];
    const children: ChildProcess[] = [];

    const open = (): EventStream => {
      const stream = createEventStream(config);
      streams.push(stream);
      return stream;
    };
    const group = (): string => `group-${randomUUID()}`;
    const publish = (stream: EventStream, ...keys: string[]): Promise<void> =>
      stream.publish(keys.map((key, index) => ({ topic, key, value: Buffer.from(`${key}:${index}`) })));
    const subscribe = (stream: EventStream, handler: MessageHandler, over: Partial<SubscribeOptions> = {}) =>
      stream.subscribe({ groupId: group(), topics: [topic], retryDelayMs: 10, ...over }, handler);
    const text = ({ value }: ReceivedMessage): string => value.toString();

    beforeAll(async () => {
      config = { ...(await connect()), clientId: 'contract' };
    }, 60_000);
    beforeEach(async () => {
      topic = `contract.${randomUUID()}.v1`;
      await open().ensureTopics([{ name: topic, partitions: PARTITIONS }]);
    }, 60_000);
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await Promise.all(streams.splice(0).map((stream) => stream.close()));
    }, 60_000);

    it('When messages of several keys are published, then each key keeps its order', async () => {
      const stream = open();
      const keys = Array.from({ length: 200 }, (_, index) => `key-${index % 7}`);
      const halves = [keys.slice(0, 100), keys.slice(100)];
      for (const half of halves) await publish(stream, ...half);
      const published = halves.flatMap((half) => half.map((key, index) => `${key}:${index}`));
      // A set keeps the order of first arrival: delivery is at least once.
      const seen = new Set<string>();
      await subscribe(stream, async (message) => void seen.add(text(message)));
      await until('all messages', () => seen.size >= keys.length);
      const ofKey = (values: Iterable<string>, key: string): string[] =>
        [...values].filter((value) => value.startsWith(`${key}:`));
      for (const key of new Set(keys)) expect(ofKey(seen, key)).toEqual(ofKey(published, key));
    });

    it('When a key is published to from two processes in turn, then it stays in one partition', async () => {
      const [first, second] = [open(), open()];
      await publish(first, 'same');
      await publish(second, 'same');
      const partitions: number[] = [];
      await subscribe(first, async ({ partition }) => void partitions.push(partition));
      await until('both messages', () => partitions.length === 2);
      expect(new Set(partitions).size).toBe(1);
    });

    it('When values hold any bytes, up to 8 MB, then they and their headers arrive intact', async () => {
      const stream = open();
      const large = Buffer.alloc(MAX_VALUE_BYTES, 0xa5);
      large.writeUInt32BE(0xffd8ffe0, 0);
      const values = [Buffer.from([0xff, 0xd8, 0x00, 0x80]), Buffer.from([0x00, 0x01]), Buffer.alloc(0), large];
      for (const [index, value] of values.entries()) {
        await stream.publish([{ topic, key: 'binary', value, headers: { ce_id: String(index), umlaut: 'Größe' } }]);
      }
      const received: ReceivedMessage[] = [];
      await subscribe(stream, async (message) => void received.push(message));
      await until('all values', () => received.length === values.length);
      expect(received.map(({ value }, index) => value.equals(values[index]!))).toEqual([true, true, true, true]);
      expect(received[2]!.headers).toMatchObject({ ce_id: '2', umlaut: 'Größe' });
    });

    it('When a value is over the limit, then publishing is refused with its size', async () => {
      const value = Buffer.alloc(MAX_VALUE_BYTES + 1);
      await expect(open().publish([{ topic, key: 'k', value }])).rejects.toMatchObject({
        code: 'STREAM_VALUE_TOO_LARGE',
        bytes: value.length,
        retriable: false,
      });
    });

    it('When two groups subscribe, then each sees every message', async () => {
      const stream = open();
      const seen: [string[], string[]] = [[], []];
      for (const list of seen) await subscribe(stream, async (message) => void list.push(text(message)));
      await publish(stream, 'a', 'b', 'c');
      await until('both groups', () => seen.every((list) => list.length === 3));
      expect(seen.map((list) => [...list].sort())).toEqual([
        ['a:0', 'b:1', 'c:2'],
        ['a:0', 'b:1', 'c:2'],
      ]);
    });

    it('When a second member joins and leaves, then the members share the partitions and nothing is lost', async () => {
      const groupId = group();
      const keys = Array.from({ length: 40 }, (_, index) => `key-${index}`);
      const seen = new Map<string, Set<string>>();
      const handlerOf =
        (member: string): MessageHandler =>
        async (message) =>
          void seen.set(text(message), (seen.get(text(message)) ?? new Set()).add(member));
      const by = (member: string): number => [...seen.values()].filter((members) => members.has(member)).length;
      const [first, second] = [open(), open()];
      await subscribe(first, handlerOf('first'), { groupId });
      await publish(first, ...keys);
      await until('the first member alone', () => seen.size === keys.length);
      const leaving = await subscribe(second, handlerOf('second'), { groupId });
      let round = 0;
      await until(
        'the second member has a share',
        async () => {
          await publish(first, ...keys.map((key) => `${key}/${(round += 1)}`));
          return by('second') > 0;
        },
        60_000,
      );
      const published = (): number => keys.length + round;
      await until('all, by both', () => seen.size === published());
      await leaving.stop();
      await publish(first, ...keys.map((key) => `${key}/${(round += 1)}`));
      await until('all, by the first again', () => seen.size === published(), 60_000);
    }, 180_000);

    it('When a member stops and another starts, then it goes on where the first stopped', async () => {
      const groupId = group();
      const stream = open();
      const seen: string[] = [];
      const first = await subscribe(stream, async (message) => void seen.push(text(message)), { groupId });
      await publish(stream, 'a', 'b', 'c');
      await until('the first three', () => seen.length === 3);
      await first.stop();
      await publish(stream, 'd', 'e');
      await subscribe(stream, async (message) => void seen.push(text(message)), { groupId });
      await until('the rest', () => seen.length >= 5);
      expect([...seen].sort()).toEqual(['a:0', 'b:1', 'c:2', 'd:0', 'e:1']);
    }, 90_000);

    it('When a consumer is killed with -9, then everything is handled by the next one', async () => {
      const groupId = group();
      const stream = open();
      const count = 60;
      await publish(stream, ...Array.from({ length: count }, (_, index) => `key-${index}`));
      const child = spawn(
        process.execPath,
        [
          '--conditions=@shelfwatch/source',
          '--import',
          join(root, 'tools', 'jest', 'typescript-hooks.mjs'),
          join(import.meta.dirname, 'slow-consumer.ts'),
          JSON.stringify({ config, topic, groupId }),
        ],
        { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      children.push(child);
      const seen = new Set<string>();
      child.stdout!.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n').filter(Boolean)) seen.add(line);
      });
      await until('some by the child', () => seen.size >= 5, 60_000);
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      const byChild = seen.size;
      expect(byChild).toBeLessThan(count);
      await subscribe(stream, async (message) => void seen.add(text(message)), { groupId });
      await until('everything', () => seen.size === count, 90_000);
    }, 180_000);

    it('When a handler fails twice, then the third attempt counts and nothing is dead', async () => {
      const stream = open();
      const attempts: number[] = [];
      const dead: ReceivedMessage[] = [];
      await subscribe(
        stream,
        async ({ attempt }) => {
          attempts.push(attempt);
          if (attempt < 3) throw new Error('not yet');
        },
        { onDeadLetter: (message) => void dead.push(message) },
      );
      await publish(stream, 'a');
      await until('three attempts', () => attempts.length === 3);
      expect(attempts).toEqual([1, 2, 3]);
      expect(dead).toEqual([]);
    });

    it('When a message is poisoned, then it goes to the dead letter topic as it came and the partition moves on', async () => {
      const stream = open();
      const poison = Buffer.from([0xff, 0x00, 0xfe]);
      const seen: string[] = [];
      await subscribe(stream, async (message) => {
        if (message.value.equals(poison))
          throw Object.assign(new Error('no picture'), { code: 'NOT_A_PICTURE', retriable: false });
        seen.push(text(message));
      });
      await stream.publish([
        { topic, key: 'k', value: poison, headers: { ce_id: 'p' } },
        { topic, key: 'k', value: Buffer.from('after') },
      ]);
      await until('the next message', () => seen.length === 1);
      const dead: ReceivedMessage[] = [];
      await stream.subscribe(
        { groupId: group(), topics: [deadLetterTopic(topic)] },
        async (message) => void dead.push(message),
      );
      await until('the dead letter', () => dead.length === 1);
      expect(dead[0]!.value.equals(poison)).toBe(true);
      expect(dead[0]!.key).toBe('k');
      expect(dead[0]!.headers).toMatchObject({
        ce_id: 'p',
        'x-dead-letter-reason': 'no picture',
        'x-dead-letter-code': 'NOT_A_PICTURE',
        'x-dead-letter-attempts': '1',
        'x-source-topic': topic,
      });
    }, 90_000);

    it('When attempts are exhausted, then the message is dead after exactly that many', async () => {
      const stream = open();
      let attempts = 0;
      const dead: ReceivedMessage[] = [];
      await subscribe(
        stream,
        async () => {
          attempts += 1;
          throw new Error('always');
        },
        { maxAttempts: 4, onDeadLetter: (message) => void dead.push(message) },
      );
      await publish(stream, 'a');
      await until('the dead letter', () => dead.length === 1);
      expect(attempts).toBe(4);
    });

    it('When a handler is slow, then no more than one message of a partition is in hand and little waits in memory', async () => {
      const stream = open();
      const value = Buffer.alloc(1024 * 1024, 7);
      for (let index = 0; index < 40; index += 1) await stream.publish([{ topic, key: 'one', value }]);
      collectGarbage();
      const before = process.memoryUsage().arrayBuffers;
      let inHand = 0;
      let most = 0;
      let handled = 0;
      const held: number[] = [];
      await subscribe(stream, async () => {
        inHand += 1;
        most = Math.max(most, inHand);
        await new Promise((done) => setTimeout(done, 20));
        // Were all of them in memory, more than 20 would be left to the last of these looks.
        if (handled >= 8 && handled < 18) {
          collectGarbage();
          held.push(process.memoryUsage().arrayBuffers - before);
        }
        inHand -= 1;
        handled += 1;
      });
      await until('all', () => handled >= 40);
      expect(most).toBe(1);
      // The least of several: reading the next few takes room for a moment.
      expect(Math.min(...held)).toBeLessThan(20 * value.length);
    }, 90_000);

    it('When a subscription stops in the middle of a batch, then the message in hand is finished and the rest comes later, once', async () => {
      const groupId = group();
      const stream = open();
      await stream.publish(
        Array.from({ length: 20 }, (_, index) => ({ topic, key: 'one', value: Buffer.from(String(index)) })),
      );
      const finished: string[] = [];
      const handler: MessageHandler = async (message) => {
        await new Promise((done) => setTimeout(done, 50));
        finished.push(text(message));
      };
      const first = await subscribe(stream, handler, { groupId });
      await until('a few', () => finished.length >= 3);
      await first.stop();
      const atStop = finished.length;
      expect(atStop).toBeLessThan(20);
      await subscribe(stream, handler, { groupId });
      await until('all', () => finished.length >= 20, 60_000);
      expect(finished).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
    }, 120_000);

    it('When a handler takes longer than a silent member may live, then its message is not given to another', async () => {
      const groupId = group();
      const [first, second] = [open(), open()];
      const handlerMs = (config.kafkaSessionTimeoutMs ?? 1_500) + 2_000;
      const deliveries: string[] = [];
      let aborted = false;
      const handler: MessageHandler = async (message, { signal }) => {
        deliveries.push(text(message));
        if (text(message) === 'long:0') await new Promise((done) => setTimeout(done, handlerMs));
        aborted ||= signal.aborted;
        if (text(message) === 'long:0') deliveries.push('long handled');
      };
      await subscribe(first, handler, { groupId });
      await publish(first, 'long');
      await until('the long one is in hand', () => deliveries.length === 1);
      // A member that joins meanwhile makes the group form anew; it waits until the message is done.
      const joining = subscribe(second, handler, { groupId });
      await until('the long one is handled', () => deliveries.includes('long handled'), handlerMs + 20_000);
      await joining;
      await publish(first, 'short');
      await until('the next message', () => deliveries.includes('short:0'), 60_000);
      expect(deliveries).toEqual(['long:0', 'long handled', 'short:0']);
      expect(aborted).toBe(false);
    }, 120_000);

    it('When one publication is larger than a message may be, then all of it arrives in order', async () => {
      const stream = open();
      const values = Array.from({ length: 24 }, (_, index) => Buffer.alloc(1024 * 1024, index));
      await stream.publish(values.map((value) => ({ topic, key: 'one', value })));
      const seen: number[] = [];
      await subscribe(stream, async ({ value }) => void seen.push(value.length === 1024 * 1024 ? value[0]! : -1));
      await until('all', () => seen.length >= values.length);
      expect(seen).toEqual(values.map((_, index) => index));
    }, 60_000);

    it('When a group begins at the newest message, then it sees what comes from then on, also after a restart', async () => {
      const groupId = group();
      const stream = open();
      await publish(stream, 'before');
      const seen: string[] = [];
      const handler: MessageHandler = async (message) => void seen.push(text(message));
      const first = await subscribe(stream, handler, { groupId, fromBeginning: false });
      await publish(stream, 'after');
      await until('the new message', () => seen.length > 0);
      await first.stop();
      const others = ['b', 'c', 'd', 'e', 'f', 'g'];
      await publish(stream, ...others);
      await subscribe(stream, handler, { groupId, fromBeginning: false });
      await until('what came while it was away', () => seen.length >= 7);
      expect(seen.slice(1).sort()).toEqual(others.map((key, index) => `${key}:${index}`));
    }, 60_000);

    it('When a subscription stops while a message waits for its next attempt, then it stops at once and the message comes again', async () => {
      const groupId = group();
      const stream = open();
      let attempts = 0;
      const away: MessageHandler = async () => {
        attempts += 1;
        throw Object.assign(new Error('the database is away'), { retriable: true });
      };
      const first = await subscribe(stream, away, { groupId, retryDelayMs: 60_000 });
      await publish(stream, 'a');
      await until('the first attempt', () => attempts === 1);
      await first.stop();
      const seen: string[] = [];
      await subscribe(stream, async (message) => void seen.push(text(message)), { groupId });
      await until('the message again', () => seen.length === 1, 60_000);
      expect(attempts).toBe(1);
    }, 90_000);

    it('When several processes make the same topics at once, then all of them succeed', async () => {
      const specs = [{ name: `contract.${randomUUID()}.v1`, partitions: 2 }];
      await Promise.all([open(), open(), open()].map((stream) => stream.ensureTopics(specs)));
      await open().publish([{ topic: specs[0]!.name, key: 'k', value: Buffer.from('v') }]);
    }, 60_000);

    it('When a topic is unknown, then publishing says so', async () => {
      await expect(open().publish([{ topic: 'nowhere.v1', key: 'k', value: Buffer.from('v') }])).rejects.toMatchObject({
        code: 'STREAM_UNKNOWN_TOPIC',
        retriable: false,
      });
    }, 60_000);

    it('When a topic is unknown, then subscribing says so', async () => {
      await expect(
        open().subscribe({ groupId: group(), topics: ['nowhere.v1'] }, async () => undefined),
      ).rejects.toMatchObject({
        code: 'STREAM_UNKNOWN_TOPIC',
      });
    }, 60_000);

    it('When the stream can be reached, then it is healthy', async () => {
      await expect(open().isHealthy()).resolves.toBe(true);
    });
  });
}
