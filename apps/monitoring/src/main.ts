import 'reflect-metadata';
import { bootstrapApp } from '@shelfwatch/platform';
import { AppModule } from './app.module.js';
import { acceptJson } from './http/accept-json.js';
import { monitoringConfig } from './monitoring.config.js';

const settings = monitoringConfig();

await bootstrapApp(AppModule.forRoot(settings), {
  name: 'monitoring',
  host: settings.HOST,
  port: settings.MONITORING_PORT,
  parentPid: settings.SHELFWATCH_PARENT_PID,
  configure: acceptJson,
});
