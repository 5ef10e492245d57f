import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  type EvaluationReport,
  type GateReport,
  type LiveHistory,
  type PromoteModel as Promotion,
  promoteModel,
  type RegisteredModelDetail,
  type RegisteredModelList,
  type RollBack,
  rollBack,
  type ShadowComparison,
} from '@shelfwatch/contracts';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { EVALUATION_FILE, METADATA_FILE, MODEL_CARD_FILE, readModelMetadata } from '@shelfwatch/vision/serving';
import type { Request } from 'express';
import { z } from 'zod';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { CompareModels } from './compare-models.js';
import { ImportModel } from './import-model.js';
import { InferenceClient } from './inference.client.js';
import { ModelStore } from './model-store.js';
import { PromoteModel } from './promote-model.js';
import { Registry } from './registry.service.js';

const againstQuery = new ZodPipe(z.object({ against: z.string().max(120).optional() }));

@Controller('v1/registry')
export class RegistryController {
  constructor(
    private readonly registry: Registry,
    private readonly compare: CompareModels,
    private readonly promotion: PromoteModel,
    private readonly importModel: ImportModel,
    private readonly store: ModelStore,
    private readonly inference: InferenceClient,
  ) {}

  @Get()
  list(): Promise<RegisteredModelList> {
    return this.registry.list();
  }

  /** A model folder as a ZIP: from another installation, or trained elsewhere. */
  @Post()
  async import(@Req() request: Request, @CurrentCaller() caller: Caller): Promise<RegisteredModelDetail> {
    return this.registry.detail(await this.importModel.fromZip(request, caller.name));
  }

  @Get('live-history')
  liveHistory(): Promise<LiveHistory> {
    return this.registry.liveHistory();
  }

  @Get('shadow')
  async shadow(): Promise<ShadowComparison> {
    const comparison = await this.inference.shadow();
    if (comparison === undefined) throw new ProblemException(404, 'NO_SHADOW', 'No shadow is served at present.');
    return comparison;
  }

  @Post('rollback')
  @HttpCode(200)
  async rollBack(
    @Body(new ZodPipe(rollBack)) { reason }: RollBack,
    @CurrentCaller() caller: Caller,
  ): Promise<RegisteredModelList> {
    await this.promotion.rollBack(reason, caller.name);
    return this.registry.list();
  }

  @Get(':version')
  detail(@Param('version') version: string): Promise<RegisteredModelDetail> {
    return this.registry.detail(version);
  }

  @Get(':version/evaluation')
  async evaluation(@Param('version') version: string): Promise<EvaluationReport> {
    const evaluation = await this.registry.evaluation(version);
    if (evaluation === null) throw new ProblemException(404, 'NO_EVALUATION', `${version} came without an evaluation.`);
    return evaluation;
  }

  /** May take as long as it takes to ask two models about the test pictures; the answers are kept. */
  @Get(':version/gate')
  gate(
    @Param('version') version: string,
    @Query(againstQuery) { against }: { against?: string | undefined },
  ): Promise<GateReport> {
    return this.compare.gate(version, against);
  }

  @Get(':version/files/:file')
  async file(@Param('version') version: string, @Param('file') file: string): Promise<StreamableFile> {
    const { folder } = await this.registry.find(version);
    const path = this.store.pathOf(folder);
    const { files } = await readModelMetadata(path);
    const known = [...Object.keys(files), METADATA_FILE, MODEL_CARD_FILE, EVALUATION_FILE];
    if (!known.includes(file))
      throw new ProblemException(404, 'FILE_UNKNOWN', `${version} has no file ${file}; it has ${known.join(', ')}.`);
    return new StreamableFile(createReadStream(join(path, file)), {
      disposition: `attachment; filename="${version}-${file}"`,
    });
  }

  @Post(':version/promotion')
  @HttpCode(200)
  async promote(
    @Param('version') version: string,
    @Body(new ZodPipe(promoteModel)) request: Promotion,
    @CurrentCaller() caller: Caller,
  ): Promise<RegisteredModelDetail> {
    await this.promotion.promote(version, request, caller.name);
    return this.registry.detail(version);
  }

  @Post(':version/retirement')
  @HttpCode(200)
  async retire(
    @Param('version') version: string,
    @Body(new ZodPipe(rollBack)) { reason }: RollBack,
    @CurrentCaller() caller: Caller,
  ): Promise<RegisteredModelDetail> {
    await this.promotion.retire(version, reason, caller.name);
    return this.registry.detail(version);
  }
}
