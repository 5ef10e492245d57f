import { type Environment, loadConfig, serviceSettings, setting } from '@shelfwatch/platform';
import { z } from 'zod';
import type { GateSettings } from './compare-slots/choose-facings.js';
import type { DecodeLimits } from './decode-frame/decode-frame.js';
import type { LabelLimits } from './queue-labels/choose-crops.js';
import { DEFAULT_LABEL_SETTINGS, type LabelSettings } from './queue-labels/judge-crop.js';

/** Every variable that ingestion reads; `.env.example` follows it. */
export const ingestionSettings = serviceSettings.extend({
  INGESTION_PORT: setting.port().default(4202),
  DATABASE_URL: z.url('must be an address such as postgres://user:password@host:5432/name'),
  /** Comma-separated `host:port`; without it the event stream lives in PostgreSQL. */
  KAFKA_BROKERS: setting.list().optional(),
  /** Folder of the picture store; shared with monitoring and retraining. */
  PICTURES_DIR: z.string().min(1).default('.shelfwatch/pictures'),
  INFERENCE_URL: z.url('must be an address such as http://127.0.0.1:4203').default('http://127.0.0.1:4203'),
  /** When set, the HTTP gateway wants `Authorization: Bearer …`. */
  INGESTION_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),

  /** Of the picture as it comes. */
  FRAME_MAX_BYTES: setting.wholeNumber(10_000, 67_108_864).default(8_388_608),
  /** Width times height. */
  FRAME_MAX_PIXELS: setting.wholeNumber(100_000, 268_000_000).default(40_000_000),
  FRAME_DECODE_TIMEOUT_SECONDS: setting.wholeNumber(1, 60).default(5),
  /** How far a camera's clock may run ahead. */
  FRAME_FUTURE_TOLERANCE_SECONDS: setting.wholeNumber(0, 86_400).default(60),
  /** Cameras whose frames are worked on at the same time. */
  INGESTION_CONCURRENCY: setting.wholeNumber(1, 64).default(4),

  /** Width of the picture that facings are compared in. Smaller is faster and blinder. */
  GATE_THUMBNAIL_WIDTH: setting.wholeNumber(320, 1_920).default(640),
  /** How different a facing may look before it is classified again; apps/ingestion/README.md explains both. */
  GATE_MAX_RESIDUAL: setting.number(0.01, 2).default(0.16),
  GATE_MAX_GAIN_STEP: setting.number(1.01, 4).default(1.3),
  /** Every facing is classified at least this often, in capture time. */
  GATE_HEARTBEAT_SECONDS: setting.wholeNumber(1, 86_400).default(900),

  INFERENCE_TIMEOUT_MS: setting.wholeNumber(100, 120_000).default(20_000),
  /** A camera without a frame for so long is reported as offline. */
  CAMERA_OFFLINE_AFTER_SECONDS: setting.wholeNumber(5, 86_400).default(120),
  /** A camera's last picture is stored at most this often. */
  LAST_PICTURE_EVERY_SECONDS: setting.number(0, 3_600).default(1),
  /** Pictures that nothing refers to are deleted after this. */
  PICTURE_RETENTION_HOURS: setting.number(0.1, 8_760).default(24),

  /** Crops that a store's cameras may put into the labelling queue in a day; 0 keeps none. */
  LABEL_TASKS_PER_DAY: setting.wholeNumber(0, 10_000).default(40),
  /** Of these, of one product and of one slot. */
  LABEL_TASKS_PER_CLASS: setting.wholeNumber(1, 10_000).default(4),
  LABEL_TASKS_PER_SLOT: setting.wholeNumber(1, 10_000).default(2),
  /** Readings that are less probable than this are worth a label. */
  LABEL_BELOW_PROBABILITY: setting.number(0, 1).default(0.6),
  /** Crops that nobody has labelled are forgotten after this, with their pictures. */
  LABEL_TASK_RETENTION_DAYS: setting.number(1, 3_650).default(30),
});
/** Injection token of the settings. */
export const INGESTION_SETTINGS = Symbol('INGESTION_SETTINGS');
export type IngestionSettings = z.output<typeof ingestionSettings>;

export const ingestionConfig = (env: Environment = process.env): IngestionSettings =>
  loadConfig(ingestionSettings, env);

export const decodeLimits = (settings: IngestionSettings): DecodeLimits => ({
  maxBytes: settings.FRAME_MAX_BYTES,
  maxPixels: settings.FRAME_MAX_PIXELS,
  timeoutSeconds: settings.FRAME_DECODE_TIMEOUT_SECONDS,
  thumbnailWidth: settings.GATE_THUMBNAIL_WIDTH,
});

export const gateSettings = (settings: IngestionSettings): GateSettings => ({
  maxResidual: settings.GATE_MAX_RESIDUAL,
  maxGainStep: settings.GATE_MAX_GAIN_STEP,
  heartbeatMs: settings.GATE_HEARTBEAT_SECONDS * 1_000,
});

/** Time until the same slot may ask for a label again. */
const SLOT_REST_MS = 3_600_000;

export const labelRules = (settings: IngestionSettings): { limits: LabelLimits; settings: LabelSettings } => ({
  limits: {
    perStoreAndDay: settings.LABEL_TASKS_PER_DAY,
    perClassAndDay: settings.LABEL_TASKS_PER_CLASS,
    perSlotAndDay: settings.LABEL_TASKS_PER_SLOT,
    slotRestMs: SLOT_REST_MS,
  },
  settings: { ...DEFAULT_LABEL_SETTINGS, unsureBelow: settings.LABEL_BELOW_PROBABILITY },
});
