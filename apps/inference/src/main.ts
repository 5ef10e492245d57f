import 'reflect-metadata';
import { bootstrapApp } from '@shelfwatch/platform';
import { AppModule } from './app.module.js';
import { inferenceConfig } from './inference.config.js';
import { serveTensors } from './open-inference/serve-tensors.js';
import { tuneCollector } from './tensor-body/tune-collector.js';

tuneCollector();
const settings = inferenceConfig();

await bootstrapApp(AppModule.forRoot(settings), {
  name: 'inference',
  host: settings.HOST,
  port: settings.INFERENCE_PORT,
  parentPid: settings.SHELFWATCH_PARENT_PID,
  configure: serveTensors,
});
