import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { folderName, type ImportBody, startImport } from '@shelfwatch/contracts';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { Request } from 'express';
import { z } from 'zod';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { Imports } from './imports.service.js';

const dataSetName = new ZodPipe(folderName);
const zipOptions = z.object({
  golden: z.stringbool().default(false),
  minSide: z.coerce.number().int().min(8).max(1_000).default(32),
});

@Controller('v1/data-sets/:dataSet/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Get()
  async list(@Param('dataSet', dataSetName) dataSet: string): Promise<{ imports: ImportBody[] }> {
    return { imports: await this.imports.list(dataSet) };
  }

  @Get(':importId')
  find(@Param('importId', new ZodPipe(z.uuid())) importId: string): Promise<ImportBody> {
    return this.imports.find(importId);
  }

  /** A ZIP as the body, or a folder's or CSV's path as JSON. */
  @Post()
  @HttpCode(202)
  async start(
    @Param('dataSet', dataSetName) dataSet: string,
    @Body() body: unknown,
    @Query(new ZodPipe(zipOptions)) options: z.output<typeof zipOptions>,
    @Req() request: Request,
    @CurrentCaller() caller: Caller,
  ): Promise<ImportBody> {
    if (request.is('application/zip')) return this.imports.startZip(dataSet, request, options, caller.name);
    if (request.is('application/json'))
      return this.imports.startPath(dataSet, new ZodPipe(startImport).transform(body), caller.name);
    throw new ProblemException(
      415,
      'MEDIA_TYPE',
      'Send a ZIP (application/zip), or the path of a folder or CSV as JSON.',
    );
  }
}
