import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpMetrics, LOGGER, type Logger } from '@shelfwatch/platform';
import { Admission } from '../batching/admission.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from '../classify-frame/classify-frame.limits.js';
import { toAnswerableError } from '../http/inference-errors.interceptor.js';
import type { ModelInstance } from '../model/model-instance.js';
import { ServedModels } from '../model/served-models.js';
import { BufferPool } from '../tensor-body/buffer-pool.js';
import { readTensorBody } from '../tensor-body/tensor-body.js';
import { writeProtocolError } from './protocol-error.filter.js';
import { JSON_LENGTH_HEADER, readInferBody } from './read-infer-body.js';
import { readTensor } from './read-tensor.js';
import { writeInferAnswer } from './write-infer-answer.js';

const INFER = /^\/v2\/models\/([^/?]+)(?:\/versions\/([^/?]+))?\/infer\/?(?:\?|$)/;

/**
 * `POST /v2/models/{name}[/versions/{version}]/infer`: tensors in, tensors out. A handler of its own rather than a controller's method, because
 * this is the request that comes hundreds of times a second: guards, pipes, interceptors, body parsers and a logger for each request
 * together took as long as everything else that is done for it on the event loop.
 */
@Injectable()
export class InferHandler {
  private readonly pool = new BufferPool();

  constructor(
    private readonly models: ServedModels,
    private readonly admission: Admission,
    @Inject(CLASSIFY_FRAME_LIMITS) private readonly limits: ClassifyFrameLimits,
    private readonly metrics: HttpMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Answers requests to infer, and leaves all others to the next handler. */
  readonly handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const place = request.method === 'POST' ? INFER.exec(request.url ?? '') : null;
    if (place === null) return next();
    const [, name, version] = place;
    const versionPart = version === undefined ? '' : '/versions/:version';
    const stop = this.metrics.start('POST', `/v2/models/:name${versionPart}/infer`);
    response.once('close', () => stop(response.statusCode));
    this.infer(request, response, name!, version).catch((error: unknown) => this.refuse(error, request, response));
  };

  private async infer(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    version: string | undefined,
  ): Promise<void> {
    const body = await readTensorBody(request, this.pool);
    try {
      const model = this.models.find(decode(name), version === undefined ? undefined : decode(version));
      const jsonLength = request.headers[JSON_LENGTH_HEADER] as string | undefined;
      await model.use(() => this.inferWith(model, body.bytes, jsonLength, response));
    } finally {
      body.release();
    }
  }

  private async inferWith(
    model: ModelInstance,
    body: Buffer,
    jsonLength: string | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const { metadata } = model;
    const { request, binary } = readInferBody(body, jsonLength);
    const { pixels, count } = readTensor(request, metadata.architecture.inputSize, binary);
    const deadline = performance.now() + this.limits.deadlineMs;
    const rows = await this.admission.run(count, () => model.classify(pixels, count, deadline));
    writeInferAnswer(response, request, metadata, rows, count);
  }

  private refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    const { status, code } = writeProtocolError(toAnswerableError(error, response), url, response);
    if (status >= 500) this.logger.error({ err: error, url }, 'request failed');
    else this.logger.warn({ url, status, code }, 'request refused');
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
