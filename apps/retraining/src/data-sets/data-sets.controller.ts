import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type DataSetDetail,
  type DataSetSummary,
  folderName,
  type FreezeDataSet as FreezeRequest,
  freezeDataSet,
  type FrozenDataSet,
} from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { DataSets } from './data-sets.service.js';
import { FreezeDataSet } from './freeze-data-set.js';

const dataSetName = new ZodPipe(folderName);

@Controller('v1/data-sets')
export class DataSetsController {
  constructor(
    private readonly dataSets: DataSets,
    private readonly freezer: FreezeDataSet,
  ) {}

  @Get()
  async list(): Promise<{ dataSets: DataSetSummary[] }> {
    return { dataSets: await this.dataSets.list() };
  }

  @Get(':dataSet')
  detail(@Param('dataSet', dataSetName) dataSet: string): Promise<DataSetDetail> {
    return this.dataSets.detail(dataSet);
  }

  /** The same content is the same version. */
  @Post(':dataSet/versions')
  freeze(
    @Param('dataSet', dataSetName) dataSet: string,
    @Body(new ZodPipe(freezeDataSet)) request: FreezeRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<FrozenDataSet> {
    return this.freezer.freeze(dataSet, request, caller.name);
  }
}
