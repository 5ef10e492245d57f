import type { CameraShelf, ShelfSlot } from '@shelfwatch/contracts';
import type {
  CameraEntity,
  CameraSetup,
  CameraViewEntity,
  SlotStateEntity,
  StockEventEntity,
  UnitOfWork,
} from '@shelfwatch/persistence';
import { pictureUrl, ShopWords } from '../shelf-words/describe-shop.js';
import { describeCameras } from './describe-cameras.js';

/** A picture is kept about once a second. */
const FRAMES_TO_LOOK_AT = 50;

/** A camera's last picture and what the platform makes of every slot in it. */
export async function describeShelf(
  unit: UnitOfWork,
  { camera, view, slots }: CameraSetup,
  now: Date,
): Promise<CameraShelf> {
  const slotIds = slots.map(({ slotId }) => slotId);
  const [[summary], states, events, pictureTakenAt] = await Promise.all([
    describeCameras(unit, [camera], now),
    unit.slotStates.ofStore(camera.storeId),
    unit.stockEvents.openOfSlots(slotIds),
    captureTimeOfLastPicture(unit, camera),
  ]);
  const stateOf = new Map(states.map((state) => [state.slotId, state]));
  const eventOf = new Map(events.map((event) => [event.slotId, event]));
  const foreign = states.flatMap(({ foreignGtin }) => foreignGtin ?? []);
  const words = await ShopWords.load(unit, slotIds, foreign);
  return {
    camera: summary!,
    picture:
      pictureTakenAt === null
        ? null
        : {
            url: pictureUrl(camera.lastPictureId)!,
            capturedAt: pictureTakenAt.toISOString(),
            ageSeconds: Math.max(0, (now.getTime() - pictureTakenAt.getTime()) / 1000),
            width: view?.width ?? 16,
            height: view?.height ?? 9,
          },
    slots: slots.map((slot) => toShelfSlot(slot, view, stateOf.get(slot.slotId), eventOf.get(slot.slotId), words)),
  };
}

/** Not every frame's picture is kept: the one that is shown may be older than the newest frame, and its age must be its own. */
async function captureTimeOfLastPicture(unit: UnitOfWork, camera: CameraEntity): Promise<Date | null> {
  const { cameraId, lastPictureId, lastFrameAt } = camera;
  if (lastPictureId === null) return null;
  const frames = await unit.frames.latest(cameraId, FRAMES_TO_LOOK_AT);
  return frames.find(({ pictureId }) => pictureId === lastPictureId)?.capturedAt ?? lastFrameAt;
}

function toShelfSlot(
  { slotId, gtin, shelf, position, facings }: CameraSetup['slots'][number],
  view: CameraViewEntity | undefined,
  state: SlotStateEntity | undefined,
  event: StockEventEntity | undefined,
  words: ShopWords,
): ShelfSlot {
  const regions = (view?.regions ?? [])
    .filter((region) => region.slotId === slotId)
    .sort((a, b) => a.facing - b.facing);
  return {
    ...{ slotId, shelf, position, facings },
    product: words.product(gtin),
    visibleFacings: state?.visibleFacings ?? 0,
    status: state?.status ?? 'unknown',
    since: state?.since.toISOString() ?? null,
    confidence: state?.confidence ?? null,
    foreignProduct: state?.foreignGtin ? words.product(state.foreignGtin) : null,
    eventId: event?.eventId ?? null,
    quads: regions.map(({ quad: [topLeft, topRight, bottomRight, bottomLeft] }) => [
      topLeft,
      topRight,
      bottomRight,
      bottomLeft,
    ]),
  };
}
