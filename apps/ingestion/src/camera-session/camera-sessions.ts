import type { Database } from '@shelfwatch/persistence';
import { FrameRefusedError } from '../decode-frame/frame-refused.error.js';
import { CameraSession } from './camera-session.js';

/** How long a shop definition that was changed may go unnoticed. */
const REFRESH_MS = 5_000;

/** The sessions of the cameras whose frames this process works on. */
export class CameraSessions {
  private readonly sessions = new Map<string, CameraSession>();

  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * @throws {FrameRefusedError} `CAMERA_UNKNOWN`
   * @throws {PersistenceError}
   */
  async open(cameraId: string): Promise<CameraSession> {
    const known = this.sessions.get(cameraId);
    if (known !== undefined && this.now() - known.loadedAtMs < REFRESH_MS) return known;
    const { cameras, cameraHealth } = this.database.unit;
    const setup = await cameras.setup(cameraId);
    if (setup === undefined) {
      this.sessions.delete(cameraId);
      throw new FrameRefusedError('CAMERA_UNKNOWN', `No shop has a camera "${cameraId}"; add it to a shop definition.`);
    }
    const session = new CameraSession(setup, this.now());
    session.faults = (await cameraHealth.open([cameraId])).map(({ fault }) => fault);
    if (known !== undefined) session.continue(known);
    this.sessions.set(cameraId, session);
    return session;
  }

  /** After a failure nobody knows what was stored; the next frame reads it anew. */
  forget(cameraId: string): void {
    this.sessions.delete(cameraId);
  }

  clear(): void {
    this.sessions.clear();
  }
}
