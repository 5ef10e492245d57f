import { type CameraFault, type CameraHealthState, type FacingRegion, NEW_CAMERA_HEALTH } from '@shelfwatch/domain';
import type { CameraSetup, CameraViewEntity, SlotEntity } from '@shelfwatch/persistence';
import type { Thumbnail } from '../decode-frame/thumbnail.js';
import { CaptureClock } from '../ingest-frame/capture-clock.js';
import type { Reference } from '../measure-camera/registration.js';
import { FacingMemory } from './facing-memory.js';

/** A slot as one camera sees it. */
export interface SlotInView {
  slot: SlotEntity;
  /** Of its facings that this camera sees, from the left. */
  regions: readonly FacingRegion[];
}

/**
 * What ingestion knows about one camera between two frames. Everything but the pictures' looks also stands in the
 * database, so that a session can be thrown away at any time.
 */
export class CameraSession {
  readonly cameraId: string;
  readonly storeId: string;
  readonly slots: ReadonlyMap<string, SlotInView>;
  /** Every region whose slot the planogram still has. */
  readonly regions: readonly FacingRegion[];
  readonly view: CameraViewEntity | undefined;
  memory = new FacingMemory();
  /** Slots whose evidence is still accumulating. */
  unsettled: ReadonlySet<string> = new Set();
  clock: CaptureClock;
  healthState: CameraHealthState;
  faults: readonly CameraFault[] = [];
  previous: { thumbnail: Thumbnail; sha256: string } | undefined;
  /** What the picture is registered against, and the stored picture that it comes from. */
  reference: Reference | undefined;
  referencePictureId: string | undefined;
  /** When the last picture was stored, wall clock in milliseconds. */
  pictureStoredAtMs = 0;
  /** Pictures of this camera that were shown as the last one, newest first. */
  shownPictures: readonly string[] = [];

  constructor(
    { camera, view, slots }: CameraSetup,
    /** When this was read from the database, wall clock in milliseconds. */
    readonly loadedAtMs: number,
  ) {
    this.cameraId = camera.cameraId;
    this.storeId = camera.storeId;
    this.view = view;
    this.referencePictureId = view?.referencePictureId ?? undefined;
    this.clock = new CaptureClock(camera.lastFrameAt?.getTime());
    this.healthState = (camera.healthState as CameraHealthState | null) ?? NEW_CAMERA_HEALTH;
    this.shownPictures = camera.lastPictureId === null ? [] : [camera.lastPictureId];
    this.slots = slotsInView(view, slots);
    this.regions = [...this.slots.values()].flatMap(({ regions }) => regions);
  }

  /** Takes over what an older session of the same camera remembers, where it still fits. */
  continue(older: CameraSession): void {
    // Another process has worked on this camera meanwhile: what is remembered here may be out of date.
    if (older.clock.newest?.getTime() !== this.clock.newest?.getTime()) return;
    this.clock = older.clock;
    this.healthState = older.healthState;
    this.previous = older.previous;
    this.pictureStoredAtMs = older.pictureStoredAtMs;
    this.shownPictures = older.shownPictures;
    if (older.view?.version !== this.view?.version) return;
    this.reference = older.reference;
    this.referencePictureId ??= older.referencePictureId;
    if (planogramOf(older) !== planogramOf(this)) return;
    this.memory = older.memory;
    this.unsettled = older.unsettled;
  }
}

function slotsInView(view: CameraViewEntity | undefined, slots: readonly SlotEntity[]): Map<string, SlotInView> {
  const regions = new Map<string, FacingRegion[]>();
  for (const region of view?.regions ?? []) {
    regions.set(region.slotId, [...(regions.get(region.slotId) ?? []), region]);
  }
  return new Map(
    slots.map((slot) => {
      const own = [...(regions.get(slot.slotId) ?? [])].sort((a, b) => a.facing - b.facing);
      return [slot.slotId, { slot, regions: own }];
    }),
  );
}

/** What each slot should hold; readings made for another product are worth nothing. */
const planogramOf = ({ slots }: CameraSession): string =>
  [...slots.values()].map(({ slot }) => `${slot.slotId}=${slot.gtin}/${slot.facings}`).join();
