import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { parseFrameUpload } from './frame-upload.js';
import { ReceiveFrameService } from './receive-frame.service.js';
import { TokenGuard } from './token.guard.js';

/** The door for cameras that do not speak Kafka. `202` means: in the event stream, safe. */
@Controller('v1/cameras/:cameraId/frames')
@UseGuards(TokenGuard)
export class ReceiveFrameController {
  constructor(private readonly service: ReceiveFrameService) {}

  @Post()
  @HttpCode(202)
  async receive(
    @Param('cameraId') cameraId: string,
    @Req() request: Request,
  ): Promise<{ accepted: true; capturedAt: string }> {
    const upload = parseFrameUpload(cameraId, request.headers, request.body, new Date());
    await this.service.receive(upload);
    return { accepted: true, capturedAt: upload.capturedAt.toISOString() };
  }
}
