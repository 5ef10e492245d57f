import { Controller, Get } from '@nestjs/common';
import { Public } from '../auth/access.decorators.js';
import { openApiDocument } from './openapi-document.js';

@Controller()
export class OpenApiController {
  private readonly document = openApiDocument();

  @Public()
  @Get('openapi.json')
  get(): object {
    return this.document;
  }
}
