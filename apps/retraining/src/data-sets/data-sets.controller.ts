import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  type DataSetDetail,
  type DataSetSummary,
  type FindMislabels as FindMislabelsRequest,
  findMislabels,
  folderName,
  type FreezeDataSet as FreezeRequest,
  freezeDataSet,
  type FrozenDataSet,
  type MislabelReport,
} from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { DataSets } from './data-sets.service.js';
import { FindMislabels } from './find-mislabels.js';
import { FreezeDataSet } from './freeze-data-set.js';

const dataSetName = new ZodPipe(folderName);

@Controller('v1/data-sets')
export class DataSetsController {
  constructor(
    private readonly dataSets: DataSets,
    private readonly freezer: FreezeDataSet,
    private readonly mislabels: FindMislabels,
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

  /** Takes about as long as looking at every picture that was not looked at before. */
  @Post(':dataSet/mislabels')
  @HttpCode(200)
  findMislabels(
    @Param('dataSet', dataSetName) dataSet: string,
    @Body(new ZodPipe(findMislabels)) request: FindMislabelsRequest,
  ): Promise<MislabelReport> {
    return this.mislabels.find(dataSet, request);
  }
}
