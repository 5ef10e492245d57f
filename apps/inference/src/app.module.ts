import { type DynamicModule, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { HealthChecks, LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { CropPool } from '@shelfwatch/vision/serving';
import { Registry } from 'prom-client';
import { Admission } from './batching/admission.js';
import { InferenceMetrics } from './batching/inference-metrics.js';
import { ClassifyFrameController } from './classify-frame/classify-frame.controller.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from './classify-frame/classify-frame.limits.js';
import { CloseCrops } from './classify-frame/close-crops.js';
import { ClassifyFrameService } from './classify-frame/classify-frame.service.js';
import type { InferenceSettings } from './inference.config.js';
import { endProcess } from './model/end-process.js';
import { modelLoader } from './model/load-model.js';
import { ServedModels } from './model/served-models.js';
import { InferHandler } from './open-inference/infer.handler.js';
import { ModelController } from './open-inference/model.controller.js';
import { ServerController } from './open-inference/server.controller.js';
import { UnknownRouteController } from './open-inference/unknown-route.controller.js';
import { startServing } from './model/start-serving.js';
import { ServingController } from './serving/serving.controller.js';

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
      // The one for unknown routes comes last.
      controllers: [
        ClassifyFrameController,
        ServerController,
        ModelController,
        ServingController,
        UnknownRouteController,
      ],
      providers: [
        {
          // The service listens when the model is warm, not before.
          provide: ServedModels,
          inject: [LOGGER, HealthChecks, InferenceMetrics],
          useFactory: async (logger: Logger, health: HealthChecks, metrics: InferenceMetrics) => {
            const models = await startServing(settings, modelLoader(settings, metrics, logger), logger);
            health.register('engine', async () => {
              const { engine, metadata } = models.live;
              if (engine.failure !== undefined) throw engine.failure;
              return `${engine.name}, ${metadata.version}`;
            });
            return models;
          },
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
        { provide: CLASSIFY_FRAME_LIMITS, useValue: limits },
        ClassifyFrameService,
        InferHandler,
        CloseCrops,
      ],
    };
  }
}
