import { type DynamicModule, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { HealthChecks, LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { CropPool } from '@shelfwatch/vision/serving';
import { Registry } from 'prom-client';
import { Admission } from './batching/admission.js';
import { ImageBatcher } from './batching/image-batcher.js';
import { InferenceMetrics } from './batching/inference-metrics.js';
import { ClassifyFrameController } from './classify-frame/classify-frame.controller.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from './classify-frame/classify-frame.limits.js';
import { ClassifyFrameService } from './classify-frame/classify-frame.service.js';
import type { InferenceSettings } from './inference.config.js';
import { endProcess } from './model/end-process.js';
import { loadServedModel } from './model/load-served-model.js';
import { ServedModel } from './model/served-model.js';
import { ModelController } from './open-inference/model.controller.js';
import { ServerController } from './open-inference/server.controller.js';
import { ShutDown } from './model/shut-down.js';

/** The only place where the service is put together. */
@Module({})
export class AppModule {
  static forRoot(settings: InferenceSettings): DynamicModule {
    const limits: ClassifyFrameLimits = {
      maxPixels: settings.INFERENCE_MAX_PICTURE_MEGAPIXELS * 1e6,
      deadlineMs: settings.INFERENCE_DEADLINE_MS,
    };
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot('inference', settings),
        MulterModule.register({
          limits: { fileSize: settings.INFERENCE_MAX_PICTURE_MB * 1e6, files: 2, fields: 1, fieldSize: 2e6 },
        }),
      ],
      controllers: [ClassifyFrameController, ServerController, ModelController],
      providers: [
        {
          // The service listens when the model is warm, not before.
          provide: ServedModel,
          inject: [LOGGER, HealthChecks],
          useFactory: (logger: Logger, health: HealthChecks) => loadServedModel(settings, logger, health),
        },
        {
          provide: CropPool,
          inject: [LOGGER],
          useFactory: (logger: Logger) =>
            new CropPool(settings.INFERENCE_CROP_THREADS, endProcess(logger, 'the cutting of crops')),
        },
        {
          provide: InferenceMetrics,
          inject: [Registry],
          useFactory: (registry: Registry) => new InferenceMetrics(registry),
        },
        {
          provide: Admission,
          inject: [InferenceMetrics],
          useFactory: (metrics: InferenceMetrics) => new Admission(settings.INFERENCE_QUEUE_LIMIT, metrics),
        },
        {
          provide: ImageBatcher,
          inject: [ServedModel, InferenceMetrics],
          useFactory: ({ engine }: ServedModel, metrics: InferenceMetrics) =>
            new ImageBatcher(engine, metrics, {
              maxBatch: engine.maxBatch,
              maxWaitMs: settings.INFERENCE_MAX_WAIT_MS,
            }),
        },
        { provide: CLASSIFY_FRAME_LIMITS, useValue: limits },
        ClassifyFrameService,
        ShutDown,
      ],
    };
  }
}
