import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { judgeSilence } from '@shelfwatch/domain';
import { type CameraEntity, Database } from '@shelfwatch/persistence';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { ageSlots } from '../apply-rules/age-slots.js';
import { CameraSessions } from '../camera-session/camera-sessions.js';
import { INGESTION_SETTINGS, type IngestionSettings } from '../ingestion.config.js';
import { storeHealth } from '../judge-camera/store-health.js';
import { FrameArrivals } from './frame-arrivals.js';

const INTERVAL_MS = 5_000;
/** The gate calls a camera silent after three intervals. */
const INTERVALS_OF_SILENCE = 3;

/** Notices cameras that no longer send. The next frame of such a camera closes the fault again. */
@Injectable()
export class OfflineWatchService implements OnModuleInit, OnModuleDestroy {
  private readonly startedAtMs = Date.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly sessions: CameraSessions,
    private readonly arrivals: FrameArrivals,
    @Inject(INGESTION_SETTINGS) private readonly settings: IngestionSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const look = () =>
      this.look(Date.now()).catch((error: unknown) => this.logger.warn({ err: error }, 'cameras could not be watched'));
    this.timer = setInterval(() => void look(), INTERVAL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async look(nowMs: number): Promise<void> {
    for (const camera of await this.database.unit.cameras.list()) {
      // A camera that has never sent is not offline, it is not yet mounted.
      if (camera.lastFrameAt === null) continue;
      const silentMs = nowMs - (await this.lastHeardMs(camera));
      if (silentMs > this.settings.CAMERA_OFFLINE_AFTER_SECONDS * 1_000) await this.report(camera, silentMs);
    }
  }

  /** By arrival: capture times may be those of a simulated day. Another process may have the camera's frames. */
  private async lastHeardMs({ cameraId }: CameraEntity): Promise<number> {
    const own = this.arrivals.last(cameraId);
    if (own !== undefined) return own;
    const [newest] = await this.database.unit.frames.latest(cameraId, 1);
    return Math.max(newest?.receivedAt.getTime() ?? 0, this.startedAtMs);
  }

  private async report({ cameraId, storeId }: CameraEntity, silentMs: number): Promise<void> {
    const session = await this.sessions.open(cameraId);
    const last = session.healthState.lastCapturedAt ?? session.clock.newest?.getTime();
    if (last === undefined) return;
    const now = new Date(last + silentMs);
    const limitMs = this.settings.CAMERA_OFFLINE_AFTER_SECONDS * 1_000;
    const verdict = judgeSilence(session.healthState, now, limitMs / INTERVALS_OF_SILENCE);
    await this.database.transaction(async (unit) => {
      const seen = { cameraId, storeId, frameId: null };
      const messages = await ageSlots(unit, seen, [...session.slots.keys()], now);
      if (verdict.changes.length > 0) messages.push(...(await storeHealth(unit, { cameraId, storeId }, verdict, now)));
      if (messages.length > 0) await unit.outbox.append(messages);
    });
    if (verdict.changes.length === 0) return;
    session.healthState = verdict.state;
    session.faults = verdict.faults;
    this.logger.warn({ cameraId, silentSeconds: Math.round(silentMs / 1_000) }, 'camera is offline');
  }
}
