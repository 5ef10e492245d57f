import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { replayRequest, type ReplayReport, type ReplayRequest } from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import { ReplayStore } from './replay-store.service.js';

/** Asks what other settings would have made of what was seen. Changes nothing, so that everybody who may read may ask. */
@Controller('v1/stores/:storeId/replays')
export class ReplaysController {
  constructor(private readonly replayStore: ReplayStore) {}

  @Post()
  @HttpCode(200)
  replay(
    @Param('storeId') storeId: string,
    @Body(new ZodPipe(replayRequest)) request: ReplayRequest,
  ): Promise<ReplayReport> {
    return this.replayStore.replay(storeId, request);
  }
}
