import { Controller, Get, Param, UseFilters } from '@nestjs/common';
import { ServedModels } from '../model/served-models.js';
import { configureModel } from './configure-model.js';
import { describeModel } from './describe-model.js';
import { ProtocolErrorFilter } from './protocol-error.filter.js';

/** Models by the Open Inference Protocol; `infer` itself is {@link InferHandler}'s. Without a version, the one that answers. */
@Controller(['v2/models/:name', 'v2/models/:name/versions/:version'])
@UseFilters(ProtocolErrorFilter)
export class ModelController {
  constructor(private readonly models: ServedModels) {}

  @Get()
  describe(@Param('name') name: string, @Param('version') version?: string) {
    const { metadata } = this.models.find(name, version);
    const versions = this.models.all
      .filter((model) => model.metadata.name === name)
      .map((model) => model.metadata.version);
    return describeModel(metadata, versions);
  }

  @Get('config')
  configure(@Param('name') name: string, @Param('version') version?: string) {
    return configureModel(this.models.find(name, version));
  }

  @Get('ready')
  ready(@Param('name') name: string, @Param('version') version?: string) {
    const { metadata, engine } = this.models.find(name, version);
    return { name: metadata.name, ready: engine.failure === undefined };
  }
}
