import {
  classifyFrameResponse,
  type ClassifyFrameRequest,
  type ClassifyFrameResponse,
  type ClassifyRegion,
} from '@shelfwatch/contracts';
import type { PictureType } from '@shelfwatch/pictures';
import { retry } from '@shelfwatch/platform';
import { InferenceError } from './inference.errors.js';

export interface InferenceClientOptions {
  url: string;
  /** For one attempt. */
  timeoutMs: number;
  /** Attempts before the frame goes back to the stream, which has more patience. */
  attempts: number;
}

export interface FrameToClassify {
  bytes: Buffer;
  type: PictureType;
  regions: readonly ClassifyRegion[];
  /** Labels wanted for a region besides the likeliest ones. */
  also: ClassifyFrameRequest['also'];
}

/** Speaks `POST /v1/classify-frame`. Another model server can stand behind the same address. */
export class InferenceClient {
  private readonly endpoint: URL;

  constructor(private readonly options: InferenceClientOptions) {
    this.endpoint = new URL('/v1/classify-frame', options.url);
  }

  /** @throws {InferenceError} */
  classify(frame: FrameToClassify, signal?: AbortSignal): Promise<ClassifyFrameResponse> {
    return retry(() => this.attempt(frame, signal), {
      attempts: this.options.attempts,
      baseMs: 100,
      maxMs: 2_000,
      isRetriable: (error) => error instanceof InferenceError && error.retriable,
      signal,
    });
  }

  /** @throws Error when inference is not ready */
  async checkReady(): Promise<string> {
    const response = await fetch(new URL('/health/ready', this.options.url), { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${this.options.url} answers ${response.status}`);
    return this.options.url;
  }

  private async attempt(frame: FrameToClassify, signal?: AbortSignal): Promise<ClassifyFrameResponse> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    const response = await fetch(this.endpoint, {
      method: 'POST',
      body: toForm(frame),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    }).catch((error: unknown) => this.unavailable(error));
    const body = await response.text().catch((error: unknown) => this.unavailable(error));
    if (!response.ok) throw refusal(response.status, body);
    return parseAnswer(body, frame.regions);
  }

  private unavailable(error: unknown): never {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `Inference at ${this.endpoint.origin} does not answer: ${reason}`;
    throw new InferenceError('INFERENCE_UNAVAILABLE', message, true, { cause: error });
  }
}

function toForm({ bytes, type, regions, also }: FrameToClassify): FormData {
  const form = new FormData();
  form.set('request', JSON.stringify({ regions, topK: 3, also }));
  form.set(
    'picture',
    new Blob([new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length)], { type }),
    'frame',
  );
  return form;
}

function refusal(status: number, body: string): InferenceError {
  const isBusy = status === 408 || status === 429 || status >= 500;
  const code = isBusy ? 'INFERENCE_UNAVAILABLE' : 'INFERENCE_REFUSED';
  return new InferenceError(code, `Inference answers ${status}: ${body.slice(0, 300)}`, isBusy);
}

/** Every region must be answered: a missing one would silently keep an old answer. */
function parseAnswer(body: string, regions: readonly ClassifyRegion[]): ClassifyFrameResponse {
  try {
    const answer = classifyFrameResponse.parse(JSON.parse(body));
    const answered = new Set(answer.predictions.map(({ regionId }) => regionId));
    const missing = regions.find(({ regionId }) => !answered.has(regionId));
    if (missing !== undefined) throw new Error(`there is no prediction for region ${missing.regionId}`);
    return answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Inference's answer cannot be used: ${reason}`;
    throw new InferenceError('INFERENCE_ANSWER_INVALID', message, false, { cause: error });
  }
}
