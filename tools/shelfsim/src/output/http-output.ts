import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import type { FrameOutput } from './frame-output.js';
import { OutputError } from './output.errors.js';

export interface HttpOutputOptions {
  /** Address of ingestion's gateway, for instance `http://127.0.0.1:4202`. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer …`. */
  apiKey?: string;
  /** Attempts for one picture before giving up. Default 8: about 25 seconds. */
  maxAttempts?: number;
  /** First pause; doubles each time up to 5 s. Default 200. */
  firstPauseMs?: number;
}

const LONGEST_PAUSE_MS = 5_000;
const REQUEST_TIMEOUT_MS = 20_000;

/** Posts pictures to ingestion: `POST /v1/cameras/{cameraId}/frames`. */
export class HttpOutput implements FrameOutput {
  readonly #options: Required<Omit<HttpOutputOptions, 'apiKey'>> & Pick<HttpOutputOptions, 'apiKey'>;
  #refused = 0;

  constructor(options: HttpOutputOptions) {
    this.#options = { maxAttempts: 8, firstPauseMs: 200, ...options };
  }

  /** Pictures that the other side did not want (status 4xx): expected for damaged ones. */
  get refused(): number {
    return this.#refused;
  }

  async open(): Promise<void> {}

  async send(frame: SimulatedFrame): Promise<void> {
    const { maxAttempts, firstPauseMs } = this.#options;
    for (let attempt = 1, pauseMs = firstPauseMs; ; attempt += 1, pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      const failure = await this.#post(frame);
      if (failure === undefined) return;
      if (attempt >= maxAttempts) throw failure;
      await delay(pauseMs);
    }
  }

  async close(): Promise<void> {}

  /** @returns why another attempt makes sense, or undefined when the picture has been dealt with */
  async #post(frame: SimulatedFrame): Promise<OutputError | undefined> {
    const url = new URL(`/v1/cameras/${encodeURIComponent(frame.cameraId)}/frames`, this.#options.baseUrl);
    let response: Response;
    try {
      response = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(frame.jpeg),
        headers: {
          'content-type': 'image/jpeg',
          'x-captured-at': frame.capturedAt.toISOString(),
          'x-sequence': String(frame.sequence),
          ...(this.#options.apiKey === undefined ? {} : { authorization: `Bearer ${this.#options.apiKey}` }),
        },
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      await response.arrayBuffer();
    } catch (cause) {
      return new OutputError(`${url.origin} cannot be reached. Is ingestion running?`, 'OUTPUT_UNREACHABLE', true, { cause });
    }
    if (response.ok) return undefined;
    if (response.status === 429 || response.status >= 500)
      return new OutputError(`${url.href} answered ${response.status}`, 'OUTPUT_UNREACHABLE', true);
    if (response.status === 401 || response.status === 403)
      throw new OutputError(`${url.href} answered ${response.status}: give a valid key with --api-key`, 'OUTPUT_REFUSED', false);
    this.#refused += 1;
    return undefined;
  }
}
