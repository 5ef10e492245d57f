import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  planogramExportQuery,
  type PlanogramExportQuery,
  planogramImportQuery,
  type PlanogramImportQuery,
  type PlanogramReport,
  type PlanogramVersionDetail,
  type PlanogramVersionList,
} from '@shelfwatch/contracts';
import type { Planogram } from '@shelfwatch/domain';
import { Database, type PlanogramVersionEntity } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { AllowRoles } from '../auth/access.decorators.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { describeVersion, planogramNow } from './describe-planograms.js';
import { writePlanogramCsv } from './files/csv/write-planogram-csv.js';
import { writePlanogramJson } from './files/json/write-planogram-json.js';
import { ImportPlanogram } from './import-planogram.service.js';
import { PlanogramBodyInterceptor } from './planogram-body.interceptor.js';

@Controller('v1/stores/:storeId')
export class PlanogramsController {
  constructor(
    private readonly database: Database,
    private readonly importPlanogram: ImportPlanogram,
  ) {}

  @Post('planograms')
  @HttpCode(200)
  @AllowRoles('manager', 'integrator')
  @UseInterceptors(PlanogramBodyInterceptor)
  import(
    @Param('storeId') storeId: string,
    @Query(new ZodPipe(planogramImportQuery)) query: PlanogramImportQuery,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<PlanogramReport> {
    if (Buffer.isBuffer(body) && body.length > 0) return this.importPlanogram.import(storeId, body, query, caller.name);
    throw new ProblemException(400, 'FILE_MISSING', 'Send the planogram file (.psa, JSON or CSV) as the body.');
  }

  @Get('planograms')
  async list(@Param('storeId') storeId: string): Promise<PlanogramVersionList> {
    await this.refuseUnknown(storeId);
    return { versions: (await this.database.unit.planograms.list(storeId)).map(describeVersion) };
  }

  @Get('planograms/:versionId')
  async show(
    @Param('storeId') storeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
  ): Promise<PlanogramVersionDetail> {
    const version = await this.find(storeId, versionId);
    return { ...describeVersion(version), difference: version.difference };
  }

  @Get('planograms/:versionId/export')
  async export(
    @Param('storeId') storeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Query(new ZodPipe(planogramExportQuery)) { format }: PlanogramExportQuery,
  ): Promise<StreamableFile> {
    return asFile((await this.find(storeId, versionId)).content, format);
  }

  /** Of what the store has now. */
  @Get('planogram/export')
  async exportNow(
    @Param('storeId') storeId: string,
    @Query(new ZodPipe(planogramExportQuery)) { format }: PlanogramExportQuery,
  ): Promise<StreamableFile> {
    await this.refuseUnknown(storeId);
    return asFile(await planogramNow(this.database.unit, storeId, storeId), format);
  }

  @Delete('planograms/:versionId')
  @HttpCode(204)
  @AllowRoles('manager', 'integrator')
  async cancel(@Param('storeId') storeId: string, @Param('versionId', ParseUUIDPipe) versionId: string): Promise<void> {
    await this.database.transaction(async (unit) => {
      await unit.planograms.lockStore(storeId);
      const version = await unit.planograms.find(storeId, versionId);
      if (version === undefined) throw unknownVersion(versionId);
      if (version.state !== 'scheduled') {
        const detail = `This planogram is ${version.state}; only one that waits for its day can be cancelled.`;
        throw new ProblemException(409, 'PLANOGRAM_NOT_SCHEDULED', detail);
      }
      await unit.planograms.change(versionId, { state: 'cancelled' });
    });
  }

  private async find(storeId: string, versionId: string): Promise<PlanogramVersionEntity> {
    const version = await this.database.unit.planograms.find(storeId, versionId);
    if (version === undefined) throw unknownVersion(versionId);
    return version;
  }

  private async refuseUnknown(storeId: string): Promise<void> {
    if ((await this.database.unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
  }
}

const unknownVersion = (versionId: string): ProblemException =>
  new ProblemException(404, 'PLANOGRAM_UNKNOWN', `This store has no planogram ${versionId}.`);

function asFile(planogram: Planogram, format: PlanogramExportQuery['format']): StreamableFile {
  const text = format === 'csv' ? writePlanogramCsv(planogram) : writePlanogramJson(planogram);
  return new StreamableFile(Buffer.from(text, 'utf8'), {
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    disposition: `attachment; filename="planogram.${format}"`,
  });
}
