import 'reflect-metadata';
import { bootstrapApp } from '@shelfwatch/platform';
import { AppModule } from './app.module.js';
import { retrainingConfig } from './retraining.config.js';

const settings = retrainingConfig();

await bootstrapApp(AppModule.forRoot(settings), {
  name: 'retraining',
  host: settings.HOST,
  port: settings.RETRAINING_PORT,
  parentPid: settings.SHELFWATCH_PARENT_PID,
});
