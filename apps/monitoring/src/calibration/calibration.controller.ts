import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type CalibrationAnswer,
  calibrationQuery,
  calibrationRequest,
  type CalibrationRequest,
} from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import type { z } from 'zod';
import { AllowRoles } from '../auth/access.decorators.js';
import { CalibrateView } from './calibrate-view.service.js';

@Controller('v1/cameras/:cameraId/calibration')
export class CalibrationController {
  constructor(private readonly calibrateView: CalibrateView) {}

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
