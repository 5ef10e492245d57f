import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import type { FrameOutput } from './frame-output.js';
import { OutputError } from './output.errors.js';
import { PATIENT, type RetryPolicy, withRetry } from './retry.js';

export interface HttpOutputOptions {
  /** Address of ingestion's gateway, for instance `http://127.0.0.1:4202`. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer …`. */
  apiKey?: string | undefined;
  retry?: RetryPolicy;
}

const REQUEST_TIMEOUT_MS = 20_000;

/** Posts pictures to ingestion: `POST /v1/cameras/{cameraId}/frames`. */
export class HttpOutput implements FrameOutput {
  readonly #options: HttpOutputOptions;
  #refused = 0;

  constructor(options: HttpOutputOptions) {
    this.#options = options;
  }

  /** Pictures that the other side did not want (status 4xx): expected for damaged ones. */
  get refused(): number {
    return this.#refused;
  }

  async open(): Promise<void> {}

  send(frame: SimulatedFrame): Promise<void> {
    return withRetry(this.#options.retry ?? PATIENT, () => this.#post(frame));
  }

  async close(): Promise<void> {}

  async #post(frame: SimulatedFrame): Promise<void> {
    const url = new URL(`/v1/cameras/${encodeURIComponent(frame.cameraId)}/frames`, this.#options.baseUrl);
    const { status } = await this.#request(url, frame);
    if (status < 400) return;
    if (status === 429 || status >= 500)
      throw new OutputError(`${url.href} answered ${status}`, 'OUTPUT_UNREACHABLE', true);
    if (status === 401 || status === 403)
      throw new OutputError(`${url.href} answered ${status}: give a valid key with --api-key`, 'OUTPUT_REFUSED', false);
    this.#refused += 1;
  }

  async #request(url: URL, { jpeg, capturedAt, sequence }: SimulatedFrame): Promise<Response> {
    const { apiKey } = this.#options;
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(jpeg),
        headers: {
          'content-type': 'image/jpeg',
          'x-captured-at': capturedAt.toISOString(),
          'x-sequence': String(sequence),
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response;
    } catch (cause) {
      const message = `${url.origin} cannot be reached. Is ingestion running?`;
      throw new OutputError(message, 'OUTPUT_UNREACHABLE', true, { cause });
    }
  }
}
