import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type CalibrationAnswer,
  calibrationQuery,
  calibrationRequest,
  type CalibrationRequest,
  type CameraCalibration,
} from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { z } from 'zod';
import { AllowRoles } from '../auth/access.decorators.js';
import { CalibrateView } from './calibrate-view.service.js';
import { describeCalibration } from './describe-calibration.js';

@Controller('v1/cameras/:cameraId/calibration')
export class CalibrationController {
  constructor(
    private readonly calibrateView: CalibrateView,
    private readonly database: Database,
  ) {}

  @Get()
  async show(@Param('cameraId') cameraId: string): Promise<CameraCalibration> {
    const { unit } = this.database;
    const camera = await unit.cameras.find(cameraId);
    if (camera === undefined) throw new ProblemException(404, 'CAMERA_UNKNOWN', `There is no camera ${cameraId}.`);
    return describeCalibration(unit, camera);
  }

  @Post()
  @HttpCode(200)
  @AllowRoles('manager', 'integrator')
  calibrate(
    @Param('cameraId') cameraId: string,
    @Query(new ZodPipe(calibrationQuery)) { dryRun }: z.output<typeof calibrationQuery>,
    @Body(new ZodPipe(calibrationRequest)) request: CalibrationRequest,
  ): Promise<CalibrationAnswer> {
    return this.calibrateView.calibrate(cameraId, request, dryRun === 'true');
  }
}
