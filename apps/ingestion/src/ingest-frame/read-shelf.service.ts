import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_FILTER_SETTINGS } from '@shelfwatch/domain';
import { Database } from '@shelfwatch/persistence';
import { PictureStore, type PictureType } from '@shelfwatch/pictures';
import { gtinsOfFacts, readShopFacts } from '@shelfwatch/remedies';
import { foldSlots } from '../apply-rules/fold-slots.js';
import { groupBySlot, toObservationRows } from '../apply-rules/observed-slot.js';
import { planEvents } from '../apply-rules/plan-events.js';
import type { CameraSession } from '../camera-session/camera-session.js';
import { classifyFacings } from '../classify-slots/classify-facings.js';
import { InferenceClient } from '../classify-slots/inference.client.js';
import type { Thumbnail } from '../decode-frame/thumbnail.js';
import {
  decodeLimits,
  gateSettings,
  INGESTION_SETTINGS,
  type IngestionSettings,
  labelRules,
} from '../ingestion.config.js';
import { keepEvidence } from '../keep-evidence/keep-evidence.js';
import { loadReference } from '../measure-camera/load-reference.js';
import { toReference } from '../measure-camera/registration.js';
import { queueLabels } from '../queue-labels/queue-labels.js';
import type { FrameEffects } from '../store-frame/frame-effects.js';
import type { FrameOutcome } from './frame-outcome.js';
import { IngestionMetrics } from './ingestion.metrics.js';
import { type LookedAtFrame, lookAtFrame } from './look-at-frame.js';

export interface FrameToRead {
  frameId: string;
  capturedAt: Date;
  bytes: Buffer;
  type: PictureType;
  sha256: string;
  thumbnail: Thumbnail;
}

type SlotEffects = Pick<FrameEffects, 'modelVersion' | 'observations' | 'changes' | 'events' | 'books' | 'labelTasks'>;

export interface ReadShelf {
  outcome: FrameOutcome;
  effects: SlotEffects & Pick<FrameEffects, 'health' | 'reference' | 'unseenSlotIds'>;
  /** Takes what was learnt into the session; to be called when the effects are stored. */
  remember: () => void;
}

const NO_SLOTS: SlotEffects = {
  modelVersion: '',
  observations: [],
  changes: [],
  events: [],
  books: undefined,
  labelTasks: [],
};

/** Finds out what a frame says about its camera and its slots. Writes nothing but pictures. */
@Injectable()
export class ReadShelfService {
  constructor(
    private readonly database: Database,
    private readonly inference: InferenceClient,
    private readonly pictures: PictureStore,
    private readonly metrics: IngestionMetrics,
    @Inject(INGESTION_SETTINGS) private readonly settings: IngestionSettings,
  ) {}

  /** @throws {InferenceError} {PersistenceError} {PictureStoreError} */
  async read(frame: FrameToRead, session: CameraSession, signal?: AbortSignal): Promise<ReadShelf> {
    await loadReference(this.pictures, session, decodeLimits(this.settings));
    const looked = await this.metrics.time('compare', () => lookAtFrame(frame, session, gateSettings(this.settings)));
    const { health } = looked;
    const isReadable = session.view !== undefined && health.observable;
    const slots = isReadable ? await this.readSlots(frame, looked, session, signal) : NO_SLOTS;
    const reference = isReadable ? await this.adoptReference(frame, session) : undefined;
    return {
      outcome: outcomeOf(session, looked),
      effects: { ...slots, health, reference, unseenSlotIds: isReadable ? [] : [...session.slots.keys()] },
      remember: () => {
        session.healthState = health.state;
        session.faults = health.faults;
        session.previous = { thumbnail: frame.thumbnail, sha256: frame.sha256 };
        if (!isReadable) return;
        session.reference ??= toReference(looked.luma);
        session.referencePictureId ??= reference?.pictureId;
        rememberFacings(session, looked, frame.capturedAt);
        rememberUnsettled(session, slots);
      },
    };
  }

  private async readSlots(
    frame: FrameToRead,
    { chosen, facings }: LookedAtFrame,
    session: CameraSession,
    signal?: AbortSignal,
  ): Promise<SlotEffects> {
    this.metrics.countFacings(chosen.reasons.values(), facings.length);
    const regions = session.regions.filter((_, index) => chosen.reasons.has(index));
    if (regions.length === 0) return NO_SLOTS;
    const { modelVersion, readings } = await this.metrics.time('classify', () =>
      classifyFacings(this.inference, { ...frame, regions, slots: session.slots }, signal),
    );
    const observed = groupBySlot(regions, readings, session.slots);
    const slotIds = observed.map(({ slot }) => slot.slotId);
    const observedFrame = { ...frame, cameraId: session.cameraId, storeId: session.storeId, modelVersion };
    const { slotStates, stockEvents } = this.database.unit;
    // Locks last for a moment only outside a transaction; storing checks that nothing has changed meanwhile.
    const [states, openEvents] = await Promise.all([slotStates.lock(slotIds), stockEvents.openOfSlots(slotIds)]);
    const changes = foldSlots(observedFrame, observed, states, openEvents, DEFAULT_FILTER_SETTINGS);
    const observations = toObservationRows(observedFrame, observed);
    const gtins = gtinsOfFacts(changes.flatMap(({ facts }) => facts));
    const labelTasks = await queueLabels(
      { database: this.database, pictures: this.pictures },
      { ...observedFrame, bytes: frame.bytes },
      observed,
      session.slots,
      labelRules(this.settings),
    );
    if (gtins.length === 0) return { modelVersion, observations, changes, events: [], books: undefined, labelTasks };

    const facts = await readShopFacts(this.database.unit, session.storeId, gtins, frame.capturedAt);
    const planned = planEvents(changes, openEvents, facts, frame.capturedAt);
    const { sourceWidth: width, sourceHeight: height } = frame.thumbnail;
    const events = await keepEvidence(this.pictures, { bytes: frame.bytes, width, height }, session.slots, planned);
    return { modelVersion, observations, changes, events, books: facts, labelTasks };
  }

  /** The first good picture through a calibration becomes what later ones are registered against. */
  private async adoptReference({ bytes, type, sha256 }: FrameToRead, { view, referencePictureId }: CameraSession) {
    if (view === undefined || referencePictureId !== undefined) return undefined;
    return { viewVersion: view.version, pictureId: await this.pictures.put(bytes, type, sha256) };
  }
}

function outcomeOf(session: CameraSession, { health, chosen }: LookedAtFrame): FrameOutcome {
  if (session.view === undefined) return 'no-view';
  if (!health.observable) return 'unhealthy';
  return chosen.reasons.size > 0 ? 'classified' : 'unchanged';
}

function rememberFacings(session: CameraSession, { facings, chosen }: LookedAtFrame, capturedAt: Date): void {
  for (const index of chosen.reasons.keys()) {
    const facing = facings[index]!;
    session.memory.remember(facing, facing.appearance, capturedAt.getTime());
  }
}

function rememberUnsettled(session: CameraSession, { changes }: SlotEffects): void {
  const unsettled = new Set(session.unsettled);
  for (const { state, isUnsettled } of changes) {
    if (isUnsettled) unsettled.add(state.slotId);
    else unsettled.delete(state.slotId);
  }
  session.unsettled = unsettled;
}
