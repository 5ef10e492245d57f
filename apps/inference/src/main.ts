import 'reflect-metadata';
import { bootstrapApp } from '@shelfwatch/platform';
import { AppModule } from './app.module.js';
import { inferenceConfig } from './inference.config.js';
import { acceptTensorBodies } from './open-inference/accept-tensor-bodies.js';

const settings = inferenceConfig();

await bootstrapApp(AppModule.forRoot(settings), {
  name: 'inference',
  host: settings.HOST,
  port: settings.INFERENCE_PORT,
  parentPid: settings.SHELFWATCH_PARENT_PID,
  configure: acceptTensorBodies,
});
