import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ports } from '../checks/ports.js';
import type { ServiceSpec } from './service-process.js';

/** Everything that the services must be told; the only place that knows their variables. */
export interface PlatformSettings {
  root: string;
  ports: Ports;
  databaseUrl: string;
  kafkaBrokers: string | undefined;
  picturesDir: string;
  modelsDir: string;
  modelDir: string;
  retrainingDir: string;
  /** Where inference keeps what it serves. */
  inferenceDir: string;
  inferenceEngine: string;
  adminEmail: string;
  adminPassword: string;
}

const local = (port: number, path = ''): string => `http://127.0.0.1:${port}${path}`;

/** The services in the order in which they start: each finds what it needs already running. */
export function platformServices(settings: PlatformSettings): readonly (readonly ServiceSpec[])[] {
  const { root, ports } = settings;
  const app = (name: string): string => join(root, 'apps', name, 'dist', 'main.js');
  const shared = {
    NODE_ENV: 'production',
    DATABASE_URL: settings.databaseUrl,
    PICTURES_DIR: settings.picturesDir,
    ...(settings.kafkaBrokers === undefined ? {} : { KAFKA_BROKERS: settings.kafkaBrokers }),
  };
  const monitoring: ServiceSpec = {
    name: 'monitoring',
    script: app('monitoring'),
    env: {
      ...shared,
      MONITORING_PORT: String(ports.monitoring),
      MONITORING_ADMIN_EMAIL: settings.adminEmail,
      MONITORING_ADMIN_PASSWORD: settings.adminPassword,
    },
    readyUrl: local(ports.monitoring, '/health/ready'),
  };
  const inference: ServiceSpec = {
    name: 'inference',
    script: app('inference'),
    env: {
      NODE_ENV: 'production',
      INFERENCE_PORT: String(ports.inference),
      INFERENCE_ENGINE: settings.inferenceEngine,
      MODEL_DIR: settings.modelDir,
      MODELS_DIR: settings.modelsDir,
      INFERENCE_STATE_DIR: settings.inferenceDir,
    },
    readyUrl: local(ports.inference, '/health/ready'),
  };
  const ingestion: ServiceSpec = {
    name: 'ingestion',
    script: app('ingestion'),
    env: { ...shared, INGESTION_PORT: String(ports.ingestion), INFERENCE_URL: local(ports.inference) },
    readyUrl: local(ports.ingestion, '/health/ready'),
  };
  const retraining: ServiceSpec = {
    name: 'retraining',
    script: app('retraining'),
    env: {
      ...shared,
      RETRAINING_PORT: String(ports.retraining),
      MODELS_DIR: settings.modelsDir,
      MODEL_DIR: settings.modelDir,
      RETRAINING_DIR: settings.retrainingDir,
      INFERENCE_URL: local(ports.inference),
      MONITORING_URL: local(ports.monitoring),
    },
    readyUrl: local(ports.retraining, '/health/ready'),
  };
  return [
    [monitoring, inference],
    [ingestion, retraining, dashboard(settings)],
  ];
}

function dashboard({ root, ports }: PlatformSettings): ServiceSpec {
  const cwd = join(root, 'apps', 'dashboard');
  const next = createRequire(join(cwd, 'package.json')).resolve('next/dist/bin/next');
  return {
    name: 'dashboard',
    script: next,
    args: ['start', '--port', String(ports.dashboard)],
    cwd,
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      MONITORING_URL: local(ports.monitoring),
      RETRAINING_URL: local(ports.retraining),
      PORT: String(ports.dashboard),
    },
    readyUrl: local(ports.dashboard, '/sign-in'),
  };
}
