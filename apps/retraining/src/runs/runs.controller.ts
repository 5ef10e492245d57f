import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  type RunBody,
  type RunDetail,
  type RunEstimate,
  type RunList,
  type StartRun,
  startRun,
} from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import { z } from 'zod';
import { type Caller, CurrentCaller } from '../access/caller.js';
import { TrainingRuns } from './training-runs.service.js';

/** An empty JSON object: a page of another site cannot send JSON without being asked first. */
const nothing = new ZodPipe(z.strictObject({}));

@Controller('v1/runs')
export class RunsController {
  constructor(private readonly runs: TrainingRuns) {}

  @Get()
  list(): RunList {
    return { runs: this.runs.list() };
  }

  @Get(':runId')
  detail(@Param('runId') runId: string): Promise<RunDetail> {
    return this.runs.detail(runId);
  }

  @Post()
  @HttpCode(202)
  start(@Body(new ZodPipe(startRun)) request: StartRun, @CurrentCaller() caller: Caller): Promise<RunBody> {
    return this.runs.start(request, caller.name);
  }

  @Post('estimate')
  @HttpCode(200)
  estimate(@Body(new ZodPipe(startRun)) request: StartRun): Promise<RunEstimate> {
    return this.runs.estimate(request);
  }

  @Post(':runId/resume')
  @HttpCode(202)
  resume(@Param('runId') runId: string, @Body(nothing) _nothing: object): Promise<RunBody> {
    return this.runs.resume(runId);
  }

  @Post(':runId/pause')
  @HttpCode(200)
  pause(@Param('runId') runId: string, @Body(nothing) _nothing: object): Promise<RunBody> {
    return this.runs.stop(runId, 'paused');
  }

  @Post(':runId/cancel')
  @HttpCode(200)
  cancel(@Param('runId') runId: string, @Body(nothing) _nothing: object): Promise<RunBody> {
    return this.runs.stop(runId, 'cancelled');
  }
}
