import { Controller, Get } from '@nestjs/common';
import { Public } from '../auth/access.decorators.js';
import { monitoringDocument } from './openapi-document.js';

@Controller()
export class OpenApiController {
  private readonly document = monitoringDocument();

  @Public()
  @Get('openapi.json')
  get(): object {
    return this.document;
  }
}
