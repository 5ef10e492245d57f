import { Controller, Get, Param, Query } from '@nestjs/common';
import type { CameraList, CameraShelf } from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { describeCameras } from './describe-cameras.js';
import { describeShelf } from './describe-shelf.js';

@Controller('v1/cameras')
export class CamerasController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@Query('storeId') storeId?: string): Promise<CameraList> {
    const { unit } = this.database;
    return { cameras: await describeCameras(unit, await unit.cameras.list(storeId), new Date()) };
  }

  @Get(':cameraId/shelf')
  async shelf(@Param('cameraId') cameraId: string): Promise<CameraShelf> {
    const { unit } = this.database;
    const setup = await unit.cameras.setup(cameraId);
    if (setup === undefined) throw new ProblemException(404, 'CAMERA_UNKNOWN', `There is no camera ${cameraId}.`);
    return describeShelf(unit, setup, new Date());
  }
}
