import { MAX_VALUE_BYTES } from './event-stream.js';

/** What can go wrong in this library. `cause` holds the client's error. */
export abstract class MessagingError extends Error {
  abstract readonly code: string;
  /** Whether the same work may succeed when tried again later. */
  abstract readonly retriable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The broker or database behind the stream cannot be reached. */
export class StreamUnavailable extends MessagingError {
  readonly code = 'STREAM_UNAVAILABLE';
  readonly retriable = true;
}

export class ValueTooLarge extends MessagingError {
  readonly code = 'STREAM_VALUE_TOO_LARGE';
  readonly retriable = false;

  constructor(
    readonly topic: string,
    readonly bytes: number,
  ) {
    super(`A value of ${bytes} bytes for ${topic} is over the limit of ${MAX_VALUE_BYTES}.`);
  }
}

export class UnknownTopic extends MessagingError {
  readonly code = 'STREAM_UNKNOWN_TOPIC';
  readonly retriable = false;

  constructor(
    readonly topic: string,
    options?: ErrorOptions,
  ) {
    super(`The topic ${topic} does not exist. Create it with ensureTopics before publishing or subscribing.`, options);
  }
}

/** The configuration names neither brokers nor a database. */
export class StreamNotConfigured extends MessagingError {
  readonly code = 'STREAM_NOT_CONFIGURED';
  readonly retriable = false;

  constructor() {
    super('No event stream: set KAFKA_BROKERS or DATABASE_URL.');
  }
}
