import { type Environment, loadConfig, serviceSettings, setting } from '@shelfwatch/platform';
import { z } from 'zod';

export const monitoringSettings = serviceSettings.extend({
  MONITORING_PORT: setting.port().default(4201),
  DATABASE_URL: z.url('must be an address such as postgres://user:password@host:5432/name'),
  /** Comma-separated `host:port`; without it the event stream lives in PostgreSQL. */
  KAFKA_BROKERS: setting.list().optional(),
  /** Folder of the picture store; shared with ingestion. */
  PICTURES_DIR: z.string().min(1).default('.shelfwatch/pictures'),
  /** Account of the first administrator, made when there are no users yet. */
  MONITORING_ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@shelfwatch.local'),
  /** Password of that account; there is no default. Not needed once users exist. */
  MONITORING_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  /** How long a sign-in lasts. */
  MONITORING_SESSION_HOURS: setting.number(0.1, 8_760).default(168),
  /** Largest shop definition, in megabytes: it carries the pictures of its products. */
  MONITORING_MAX_BODY_MB: setting.wholeNumber(1, 512).default(64),
});
/** Injection token of the settings. */
export const MONITORING_SETTINGS = Symbol('MONITORING_SETTINGS');
export type MonitoringSettings = z.output<typeof monitoringSettings>;

export const monitoringConfig = (env: Environment = process.env): MonitoringSettings =>
  loadConfig(monitoringSettings, env);
