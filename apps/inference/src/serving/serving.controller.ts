import { Body, Controller, Get, Put } from '@nestjs/common';
import { type ServeModels, serveModels, type ServingState, type ShadowComparison } from '@shelfwatch/contracts';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { ServedModels } from '../model/served-models.js';

/** Which model answers; changed without a request noticing. */
@Controller('v1/serving')
export class ServingController {
  constructor(private readonly models: ServedModels) {}

  @Get()
  state(): ServingState {
    return this.models.state();
  }

  @Put()
  serve(@Body(new ZodPipe(serveModels)) request: ServeModels): Promise<ServingState> {
    return this.models.serve(request);
  }

  @Get('shadow')
  shadow(): ShadowComparison {
    const { shadow } = this.models;
    if (shadow === undefined) throw new ProblemException(404, 'NO_SHADOW', 'No shadow is served at present.');
    return shadow.tally.report();
  }
}
