import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  folderName,
  type RelabelSamples,
  relabelSamples,
  type SampleBody,
  type SampleList,
  type SampleQuery,
  sampleQuery,
  type SamplesRelabelled,
} from '@shelfwatch/contracts';
import { Database, type TrainingSampleEntity } from '@shelfwatch/persistence';
import { parsePictureId, PictureStore } from '@shelfwatch/pictures';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { Response } from 'express';
import { z } from 'zod';

const dataSetName = new ZodPipe(folderName);

@Controller('v1')
export class SamplesController {
  constructor(
    private readonly database: Database,
    @Inject(PictureStore) private readonly pictures: PictureStore,
  ) {}

  @Get('data-sets/:dataSet/samples')
  async list(
    @Param('dataSet', dataSetName) dataSet: string,
    @Query(new ZodPipe(sampleQuery)) { label, limit, offset }: SampleQuery,
  ): Promise<SampleList> {
    const page = await this.database.unit.samples.page(dataSet, { limit, offset, ...(label ? { label } : {}) });
    return { samples: page.samples.map(toSampleBody), total: page.total };
  }

  @Post('data-sets/:dataSet/samples/relabel')
  @HttpCode(200)
  async relabel(
    @Param('dataSet', dataSetName) dataSet: string,
    @Body(new ZodPipe(relabelSamples)) { sampleIds, label }: RelabelSamples,
  ): Promise<SamplesRelabelled> {
    return this.database.transaction(async ({ samples }) => {
      if ((await samples.find(dataSet, sampleIds)).length < new Set(sampleIds).size)
        throw new ProblemException(
          422,
          'SAMPLE_UNKNOWN',
          `Some of these are no samples of ${dataSet}; nothing was changed.`,
        );
      const to = label === null ? null : { label, name: (await samples.nameOf(label)) ?? label };
      return { changed: await samples.relabel(dataSet, sampleIds, to) };
    });
  }

  /** Evaluations name samples, also those that were taken out since. */
  @Get('samples/:sampleId/picture')
  async sampleOf(@Param('sampleId', new ZodPipe(z.uuid())) sampleId: string, @Res() response: Response): Promise<void> {
    const sample = await this.database.unit.samples.byId(sampleId);
    await this.picture(sample?.pictureId ?? '', response);
  }

  /** A picture's name is the hash of its bytes: what was fetched once never changes. */
  @Get('training-pictures/:pictureId')
  async picture(@Param('pictureId') pictureId: string, @Res() response: Response): Promise<void> {
    const id = parsePictureId(pictureId);
    const isOurs = id !== undefined && (await this.database.unit.samples.hasPicture(id));
    const picture = isOurs ? await this.pictures.get(id) : undefined;
    if (picture === undefined) throw new ProblemException(404, 'PICTURE_UNKNOWN', 'There is no such training picture.');
    response
      .set('cache-control', 'private, max-age=31536000, immutable')
      .set('x-content-type-options', 'nosniff')
      .type(picture.type)
      .send(picture.bytes);
  }
}

const toSampleBody = (sample: TrainingSampleEntity): SampleBody => ({
  ...{ sampleId: sample.sampleId, dataSet: sample.dataSet, label: sample.label!, name: sample.name },
  pictureUrl: `/v1/training-pictures/${sample.pictureId}`,
  ...{ source: sample.source, group: sample.groupKey, cameraId: sample.cameraId, golden: sample.golden },
  capturedAt: sample.capturedAt?.toISOString() ?? null,
  ...{ addedAt: sample.addedAt.toISOString(), addedBy: sample.addedBy },
});
