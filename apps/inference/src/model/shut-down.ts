import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CropPool } from '@shelfwatch/vision/serving';
import { ServedModel } from './served-model.js';

/** Ends the threads after the last request was answered. */
@Injectable()
export class ShutDown implements OnApplicationShutdown {
  constructor(
    private readonly model: ServedModel,
    private readonly crops: CropPool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.model.engine.dispose(), this.crops.close()]);
  }
}
