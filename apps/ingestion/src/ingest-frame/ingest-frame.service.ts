import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import { PictureStore, sha256Hex } from '@shelfwatch/pictures';
import { naturalId } from '@shelfwatch/remedies';
import type { CameraSession } from '../camera-session/camera-session.js';
import { CameraSessions } from '../camera-session/camera-sessions.js';
import { decodeFrame } from '../decode-frame/decode-frame.js';
import { FrameRefusedError } from '../decode-frame/frame-refused.error.js';
import { decodeLimits, INGESTION_SETTINGS, type IngestionSettings } from '../ingestion.config.js';
import { dropReplacedPictures, keepLastPicture } from '../keep-evidence/last-picture.js';
import { withoutEffects } from '../store-frame/frame-effects.js';
import { storeFrame } from '../store-frame/store-frame.js';
import type { CapturedFrame } from './frame-message.js';
import type { FrameOutcome } from './frame-outcome.js';
import { IngestionMetrics } from './ingestion.metrics.js';
import { ReadShelfService } from './read-shelf.service.js';

/** One frame from its bytes to its effects. Every door into ingestion ends here. */
@Injectable()
export class IngestFrameService {
  constructor(
    private readonly database: Database,
    private readonly sessions: CameraSessions,
    private readonly readShelf: ReadShelfService,
    private readonly pictures: PictureStore,
    private readonly metrics: IngestionMetrics,
    @Inject(INGESTION_SETTINGS) private readonly settings: IngestionSettings,
  ) {}

  /**
   * @throws {FrameRefusedError} the frame can never be processed
   * @throws an error with `retriable: true` when the database or inference is away
   */
  async ingest(frame: CapturedFrame, signal?: AbortSignal): Promise<FrameOutcome> {
    const session = await this.sessions.open(frame.cameraId);
    this.refuseFuture(frame);
    try {
      const outcome = await this.process(frame, session, signal);
      this.metrics.countFrame(outcome);
      return outcome;
    } catch (error) {
      // Nobody knows what was stored; the next attempt reads it anew.
      if (!(error instanceof FrameRefusedError)) this.sessions.forget(frame.cameraId);
      throw error;
    }
  }

  private async process(frame: CapturedFrame, session: CameraSession, signal?: AbortSignal): Promise<FrameOutcome> {
    const { cameraId, capturedAt, bytes } = frame;
    const verdict = session.clock.judge(capturedAt);
    const sha256 = sha256Hex(bytes);
    if (verdict === 'late' && (await this.database.unit.frames.isKnown(cameraId, capturedAt, sha256)))
      return 'duplicate';
    const decoded = await this.metrics.time('decode', () => decodeFrame(bytes, decodeLimits(this.settings)));

    const frameId = naturalId('frame', cameraId, capturedAt.toISOString(), sha256);
    const row = { frameId, cameraId, capturedAt, receivedAt: new Date(), sha256 };
    if (verdict !== 'in-order') {
      const stored = await storeFrame(this.database, withoutEffects({ ...row, outcome: verdict }, session.storeId));
      session.clock.accept(capturedAt, verdict);
      return stored === 'duplicate' ? 'duplicate' : verdict;
    }

    const picture = { bytes, type: decoded.type, sha256 };
    const everyMs = this.settings.LAST_PICTURE_EVERY_SECONDS * 1_000;
    const pictureId = await keepLastPicture(this.pictures, session, picture, everyMs, Date.now());
    const read = await this.readShelf.read(
      { ...picture, frameId, capturedAt, thumbnail: decoded.thumbnail },
      session,
      signal,
    );
    const effects = {
      ...read.effects,
      frame: { ...row, outcome: read.outcome, pictureId: pictureId ?? null },
      storeId: session.storeId,
      newest: { sequence: frame.sequence },
    };
    const stored = await this.metrics.time('store', () => storeFrame(this.database, effects));
    if (stored === 'duplicate') return 'duplicate';
    session.clock.accept(capturedAt, verdict);
    read.remember();
    if (pictureId !== undefined) await dropReplacedPictures(this.pictures, session, pictureId);
    return read.outcome;
  }

  private refuseFuture({ capturedAt }: CapturedFrame): void {
    const aheadMs = capturedAt.getTime() - Date.now();
    if (aheadMs <= this.settings.FRAME_FUTURE_TOLERANCE_SECONDS * 1_000) return;
    const message = `The capture time ${capturedAt.toISOString()} is ${Math.round(aheadMs / 1_000)} s ahead; check the camera's clock.`;
    throw new FrameRefusedError('FRAME_FROM_THE_FUTURE', message);
  }
}
