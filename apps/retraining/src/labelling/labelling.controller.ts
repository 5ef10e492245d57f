import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  type LabelAnswers,
  labelAnswers,
  type LabelsTaken,
  type LabelTaskList,
  type LabelTaskQuery,
  labelTaskQuery,
} from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { parsePictureId, PictureStore } from '@shelfwatch/pictures';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { AllowRoles } from '../access/access.guard.js';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { ListLabelTasks } from './list-label-tasks.js';
import { TakeLabels } from './take-labels.js';

@Controller('v1/labelling')
export class LabellingController {
  constructor(
    private readonly database: Database,
    @Inject(PictureStore) private readonly pictures: PictureStore,
    private readonly tasks: ListLabelTasks,
    private readonly labels: TakeLabels,
  ) {}

  @Get('tasks')
  list(@Query(new ZodPipe(labelTaskQuery)) query: LabelTaskQuery): Promise<LabelTaskList> {
    return this.tasks.list(query);
  }

  @Get('tasks/:taskId/picture')
  async picture(@Param('taskId', new ZodPipe(z.uuid())) taskId: string, @Res() response: Response): Promise<void> {
    const task = await this.database.unit.labelTasks.find(taskId);
    const id = task && parsePictureId(task.pictureId);
    const picture = id && (await this.pictures.get(id));
    if (picture === undefined)
      throw new ProblemException(404, 'PICTURE_UNKNOWN', 'There is no such task, or its picture is gone.');
    response
      .set('cache-control', 'private, max-age=86400, immutable')
      .set('x-content-type-options', 'nosniff')
      .type(picture.type)
      .send(picture.bytes);
  }

  /** Who knows the shop may say what its shelves show. */
  @Post('answers')
  @AllowRoles('manager')
  @HttpCode(200)
  answer(
    @Body(new ZodPipe(labelAnswers)) answers: LabelAnswers,
    @CurrentCaller() caller: Caller,
  ): Promise<LabelsTaken> {
    return this.labels.take(answers, caller.name);
  }
}
