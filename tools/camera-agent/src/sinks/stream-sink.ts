import { TOPICS, toFrameHeaders } from '@shelfwatch/contracts';
import { createEventStream, type EventStream, MessagingError, StreamNotConfigured } from '@shelfwatch/messaging';
import { AgentError } from '../agent.errors.js';
import type { AgentSettings } from '../agent.config.js';
import type { CameraPicture } from '../camera-picture.js';
import type { PictureSink } from './picture-sink.js';

/** Publishes pictures to the event stream itself, Kafka or PostgreSQL, as any producer may. */
export class StreamSink implements PictureSink {
  readonly name: string;
  private topicsExist = false;

  private constructor(private readonly stream: EventStream) {
    this.name = `the event stream (${stream.kind})`;
  }

  /** @throws {AgentError} when no stream is configured */
  static open({ KAFKA_BROKERS, DATABASE_URL }: Pick<AgentSettings, 'KAFKA_BROKERS' | 'DATABASE_URL'>): StreamSink {
    try {
      const options = { kafkaBrokers: KAFKA_BROKERS, databaseUrl: DATABASE_URL, clientId: 'shelfwatch-camera-agent' };
      return new StreamSink(createEventStream(options));
    } catch (error) {
      if (!(error instanceof StreamNotConfigured)) throw error;
      const message = '--stream needs KAFKA_BROKERS or DATABASE_URL in the environment; or use --gateway URL.';
      throw new AgentError('STREAM_NOT_CONFIGURED', message, false, { cause: error });
    }
  }

  async send(cameraId: string, { bytes, type, capturedAt }: CameraPicture, sequence: number): Promise<void> {
    const headers = toFrameHeaders({ cameraId, capturedAt, contentType: type, sequence, source: '/camera-agent' });
    try {
      if (!this.topicsExist) await this.stream.ensureTopics([TOPICS.frameCaptured]);
      this.topicsExist = true;
      await this.stream.publish([{ topic: TOPICS.frameCaptured.name, key: cameraId, value: bytes, headers }]);
    } catch (error) {
      if (!(error instanceof MessagingError)) throw error;
      const code = error.retriable ? 'PLATFORM_UNREACHABLE' : 'PICTURE_REFUSED';
      throw new AgentError(code, `${this.name}: ${error.message}`, error.retriable, { cause: error });
    }
  }

  close(): Promise<void> {
    return this.stream.close();
  }
}
