import 'reflect-metadata';
import { bootstrapApp } from '@shelfwatch/platform';
import { AppModule } from './app.module.js';
import { ingestionConfig } from './ingestion.config.js';
import { acceptPictures } from './receive-frame/accept-pictures.js';

const settings = ingestionConfig();

await bootstrapApp(AppModule.forRoot(settings), {
  name: 'ingestion',
  host: settings.HOST,
  port: settings.INGESTION_PORT,
  parentPid: settings.SHELFWATCH_PARENT_PID,
  configure: (app) => acceptPictures(app, settings),
});
