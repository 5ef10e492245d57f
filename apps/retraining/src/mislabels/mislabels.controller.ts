import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  type FindMislabels,
  findMislabels,
  folderName,
  type MislabelSearchBody,
  type MislabelSearchDetail,
} from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import { z } from 'zod';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { MislabelSearches } from './mislabel-searches.service.js';

const dataSetName = new ZodPipe(folderName);

@Controller('v1/data-sets/:dataSet/mislabels')
export class MislabelsController {
  constructor(private readonly searches: MislabelSearches) {}

  @Get()
  async list(@Param('dataSet', dataSetName) dataSet: string): Promise<{ searches: MislabelSearchBody[] }> {
    return { searches: await this.searches.list(dataSet) };
  }

  @Get(':searchId')
  find(
    @Param('dataSet', dataSetName) dataSet: string,
    @Param('searchId', new ZodPipe(z.uuid())) searchId: string,
  ): Promise<MislabelSearchDetail> {
    return this.searches.find(dataSet, searchId);
  }

  @Post()
  @HttpCode(202)
  start(
    @Param('dataSet', dataSetName) dataSet: string,
    @Body(new ZodPipe(findMislabels)) request: FindMislabels,
    @CurrentCaller() caller: Caller,
  ): Promise<MislabelSearchBody> {
    return this.searches.start(dataSet, request, caller.name);
  }
}
