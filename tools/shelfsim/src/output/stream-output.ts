import { TOPICS, toCloudEventHeaders } from '@shelfwatch/contracts';
import type { EventStream } from '@shelfwatch/messaging';
import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import type { FrameOutput } from './frame-output.js';
import { PATIENT, withRetry } from './retry.js';

/** Publishes pictures to `camera.frame.captured.v1`, as a camera that speaks Kafka does. */
export class StreamOutput implements FrameOutput {
  readonly #stream: EventStream;

  constructor(stream: EventStream) {
    this.#stream = stream;
  }

  async open(): Promise<void> {
    await withRetry(PATIENT, () => this.#stream.ensureTopics([TOPICS.frameCaptured]));
  }

  async send({ cameraId, capturedAt, sequence, jpeg }: SimulatedFrame): Promise<void> {
    const topic = TOPICS.frameCaptured.name;
    const headers = toCloudEventHeaders({
      type: topic,
      source: `/shelfsim/${cameraId}`,
      time: capturedAt,
      subject: cameraId,
      contentType: 'image/jpeg',
    });
    const message = { topic, key: cameraId, value: jpeg, headers: { ...headers, ce_sequence: String(sequence) } };
    await withRetry(PATIENT, () => this.#stream.publish([message]));
  }

  async close(): Promise<void> {
    await this.#stream.close();
  }
}
