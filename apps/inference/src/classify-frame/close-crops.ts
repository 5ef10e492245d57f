import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CropPool } from '@shelfwatch/vision/serving';

/** Ends the cutting threads after the last request was answered. */
@Injectable()
export class CloseCrops implements OnApplicationShutdown {
  constructor(private readonly crops: CropPool) {}

  onApplicationShutdown(): Promise<void> {
    return this.crops.close();
  }
}
