import { Inject, Injectable } from '@nestjs/common';
import { TOPICS, toFrameHeaders } from '@shelfwatch/contracts';
import { type EventStream, MessagingError } from '@shelfwatch/messaging';
import { ProblemException } from '@shelfwatch/platform';
import { EVENT_STREAM } from '../event-stream.token.js';
import type { FrameUpload } from './frame-upload.js';

/** Publishes uploads exactly as a camera on the stream would: everything behind it is the same for both. */
@Injectable()
export class ReceiveFrameService {
  constructor(@Inject(EVENT_STREAM) private readonly stream: EventStream) {}

  /** Resolves when the frame is durable. @throws {ProblemException} */
  async receive({ cameraId, bytes, type, capturedAt, sequence }: FrameUpload): Promise<void> {
    const headers = toFrameHeaders({ cameraId, capturedAt, contentType: type, sequence, source: '/ingestion/gateway' });
    try {
      await this.stream.publish([{ topic: TOPICS.frameCaptured.name, key: cameraId, value: bytes, headers }]);
    } catch (error) {
      if (!(error instanceof MessagingError)) throw error;
      if (error.retriable)
        throw new ProblemException(503, error.code, 'The event stream is not available; send the frame again.');
      throw new ProblemException(413, error.code, error.message);
    }
  }
}
