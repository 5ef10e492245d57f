import { Body, Controller, HttpCode, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import type { ClassifyFrameResponse } from '@shelfwatch/contracts';
import { ProblemException } from '@shelfwatch/platform';
import { InferenceErrorsInterceptor } from '../http/inference-errors.interceptor.js';
import { ClassifyFrameService } from './classify-frame.service.js';
import { parseRequestPart } from './parse-request-part.js';

interface Uploads {
  picture?: { buffer: Buffer }[];
  request?: { buffer: Buffer }[];
}

/** `POST /v1/classify-frame`: one picture with its regions in, a prediction for each region out. */
@Controller('v1/classify-frame')
@UseInterceptors(InferenceErrorsInterceptor)
export class ClassifyFrameController {
  constructor(private readonly service: ClassifyFrameService) {}

  @Post()
  @HttpCode(200)
  @UseInterceptors(
    FileFieldsInterceptor([
      { name: 'picture', maxCount: 1 },
      { name: 'request', maxCount: 1 },
    ]),
  )
  async classify(
    @UploadedFiles() files: Uploads | undefined,
    @Body() fields: { request?: string } | undefined,
  ): Promise<ClassifyFrameResponse> {
    const request = parseRequestPart(files?.request?.[0]?.buffer ?? fields?.request);
    const picture = files?.picture?.[0]?.buffer;
    if (picture === undefined) {
      throw new ProblemException(400, 'PICTURE_MISSING', 'The form has no part "picture" (a JPEG, PNG or WebP file).');
    }
    return this.service.classify(picture, request);
  }
}
