import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ProblemException } from '@shelfwatch/platform';
import { ONNX_OUTPUT } from '@shelfwatch/vision/serving';
import { Admission } from '../batching/admission.js';
import { ImageBatcher } from '../batching/image-batcher.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from '../classify-frame/classify-frame.limits.js';
import { InferenceErrorsInterceptor } from '../http/inference-errors.interceptor.js';
import { ServedModel } from '../model/served-model.js';
import { describeModel } from './describe-model.js';
import { JSON_LENGTH_HEADER, readInferBody } from './read-infer-body.js';
import { readTensor } from './read-tensor.js';

/** Models by the Open Inference Protocol: tensors in, tensors out. */
@Controller('v2/models/:name')
@UseInterceptors(InferenceErrorsInterceptor)
export class ModelController {
  constructor(
    private readonly model: ServedModel,
    private readonly admission: Admission,
    private readonly batcher: ImageBatcher,
    @Inject(CLASSIFY_FRAME_LIMITS) private readonly limits: ClassifyFrameLimits,
  ) {}

  @Get()
  describe(@Param('name') name: string) {
    return describeModel(this.find(name).metadata);
  }

  @Get('ready')
  ready(@Param('name') name: string) {
    const { metadata, engine } = this.find(name);
    return { name: metadata.name, ready: engine.failure === undefined };
  }

  @Post('infer')
  @HttpCode(200)
  async infer(
    @Param('name') name: string,
    @Body() body: unknown,
    @Headers(JSON_LENGTH_HEADER) jsonLength: string | undefined,
  ) {
    const { metadata } = this.find(name);
    const { request, binary } = readInferBody(body, jsonLength);
    const { pixels, count } = readTensor(request, metadata.architecture.inputSize, binary);
    const deadline = performance.now() + this.limits.deadlineMs;
    const rows = await this.admission.run(count, () => this.batcher.classify(pixels, count, deadline));
    return {
      ...(request.id === undefined ? {} : { id: request.id }),
      model_name: metadata.name,
      model_version: metadata.version,
      outputs: [{ name: ONNX_OUTPUT, datatype: 'FP32', shape: [count, metadata.labels.length], data: [...rows] }],
    };
  }

  private find(name: string): ServedModel {
    if (name === this.model.metadata.name) return this.model;
    throw new ProblemException(
      404,
      'MODEL_UNKNOWN',
      `There is no model "${name}" here; this server has "${this.model.metadata.name}".`,
    );
  }
}
