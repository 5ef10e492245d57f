import { Controller, Get } from '@nestjs/common';
import { retrainingDocument } from './openapi-document.js';

/** Open to everybody, as the guard knows. */
@Controller()
export class OpenApiController {
  private readonly document = retrainingDocument();

  @Get('openapi.json')
  get(): object {
    return this.document;
  }
}
