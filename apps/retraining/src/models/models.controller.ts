import { Controller, Get } from '@nestjs/common';
import type { ModelList } from '@shelfwatch/contracts';
import { ListModels } from './list-models.service.js';

@Controller('v1/models')
export class ModelsController {
  constructor(private readonly models: ListModels) {}

  @Get()
  list(): Promise<ModelList> {
    return this.models.list();
  }
}
