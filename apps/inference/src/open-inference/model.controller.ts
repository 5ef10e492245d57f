import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Res,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import type { Response } from 'express';
import { Admission } from '../batching/admission.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from '../classify-frame/classify-frame.limits.js';
import { InferenceErrorsInterceptor } from '../http/inference-errors.interceptor.js';
import type { ModelInstance } from '../model/model-instance.js';
import { ServedModels } from '../model/served-models.js';
import { describeModel } from './describe-model.js';
import { readInferBody, JSON_LENGTH_HEADER } from './read-infer-body.js';
import { ProtocolErrorFilter } from './protocol-error.filter.js';
import { readTensor } from './read-tensor.js';
import { writeInferAnswer } from './write-infer-answer.js';

/** Models by the Open Inference Protocol: tensors in, tensors out. Without a version, the one that answers. */
@Controller(['v2/models/:name', 'v2/models/:name/versions/:version'])
@UseInterceptors(InferenceErrorsInterceptor)
@UseFilters(ProtocolErrorFilter)
export class ModelController {
  constructor(
    private readonly models: ServedModels,
    private readonly admission: Admission,
    @Inject(CLASSIFY_FRAME_LIMITS) private readonly limits: ClassifyFrameLimits,
  ) {}

  @Get()
  describe(@Param('name') name: string, @Param('version') version?: string) {
    const { metadata } = this.models.find(name, version);
    const versions = this.models.all
      .filter((model) => model.metadata.name === name)
      .map((model) => model.metadata.version);
    return describeModel(metadata, versions);
  }

  @Get('ready')
  ready(@Param('name') name: string, @Param('version') version?: string) {
    const { metadata, engine } = this.models.find(name, version);
    return { name: metadata.name, ready: engine.failure === undefined };
  }

  @Post('infer')
  @HttpCode(200)
  async infer(
    @Param('name') name: string,
    @Param('version') version: string | undefined,
    @Body() body: unknown,
    @Headers(JSON_LENGTH_HEADER) jsonLength: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.models.find(name, version).use((model) => this.inferWith(model, body, jsonLength, response));
  }

  private async inferWith(
    model: ModelInstance,
    body: unknown,
    jsonLength: string | undefined,
    response: Response,
  ): Promise<void> {
    const { metadata } = model;
    const { request, binary } = readInferBody(body, jsonLength);
    const { pixels, count } = readTensor(request, metadata.architecture.inputSize, binary);
    const deadline = performance.now() + this.limits.deadlineMs;
    const rows = await this.admission.run(count, () => model.classify(pixels, count, deadline));
    writeInferAnswer(response, request, metadata, rows, count);
  }
}
