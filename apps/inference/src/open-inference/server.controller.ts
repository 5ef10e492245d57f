import { Controller, Get, Res } from '@nestjs/common';
import { HealthChecks } from '@shelfwatch/platform';
import type { Response } from 'express';

/** The server's own part of the Open Inference Protocol (KServe v2). */
@Controller('v2')
export class ServerController {
  constructor(private readonly health: HealthChecks) {}

  @Get()
  describe() {
    return {
      name: 'shelfwatch-inference',
      version: '0.1.0',
      extensions: ['binary_tensor_data', 'model_configuration'],
    };
  }

  @Get('health/live')
  live() {
    return { live: true };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const ready = (await this.health.report()).status === 'ready';
    response.status(ready ? 200 : 503);
    return { ready };
  }
}
