import type { FacingRegion } from '@shelfwatch/domain';
import type { Database, LabelTaskEntity } from '@shelfwatch/persistence';
import { cutFacing, type PictureStore } from '@shelfwatch/pictures';
import { naturalId } from '@shelfwatch/remedies';
import { gtinOf, type ObservedFrame, type ObservedSlot } from '../apply-rules/observed-slot.js';
import type { SlotInView } from '../camera-session/camera-session.js';
import { chooseCrops, type LabelLimits } from './choose-crops.js';
import { judgeCrop, type LabelSettings } from './judge-crop.js';

const DAY_MS = 86_400_000;

export interface FrameToQueueFrom extends ObservedFrame {
  bytes: Buffer;
}

/**
 * Keeps the crops of a frame that are worth a label, and makes the tasks to be stored with the frame. Two processes with cameras of one store may
 * together exceed its limits by what one frame admits.
 *
 * @throws {PersistenceError} {PictureStoreError}
 */
export async function queueLabels(
  { database, pictures }: { database: Database; pictures: PictureStore },
  frame: FrameToQueueFrom,
  observed: readonly ObservedSlot[],
  slots: ReadonlyMap<string, SlotInView>,
  { limits, settings }: { limits: LabelLimits; settings: LabelSettings },
): Promise<LabelTaskEntity[]> {
  if (limits.perStoreAndDay === 0) return [];
  const candidates = observed.flatMap(({ slot, readings }) =>
    readings.flatMap((reading) => {
      const worth = judgeCrop(reading, gtinOf(slot.gtin), settings);
      return worth === undefined ? [] : [{ ...worth, slotId: slot.slotId, expectedLabel: slot.gtin, reading }];
    }),
  );
  if (candidates.length === 0) return [];
  const day = new Date(Math.floor(frame.capturedAt.getTime() / DAY_MS) * DAY_MS);
  const before = new Date(day.getTime() + DAY_MS);
  const counts = await database.unit.labelTasks.countsBetween(frame.storeId, day, before);
  const tasks: LabelTaskEntity[] = [];
  for (const { reading, ...chosen } of chooseCrops(candidates, counts, limits, frame.capturedAt)) {
    const { facing, label, probability } = reading;
    const region: FacingRegion | undefined = slots.get(chosen.slotId)?.regions.find((it) => it.facing === facing);
    if (region === undefined) continue;
    const crop = await cutFacing(frame.bytes, region.quad);
    tasks.push({
      ...{ taskId: naturalId('label-task', frame.frameId, chosen.slotId, String(facing)), state: 'waiting', ...chosen },
      ...{
        storeId: frame.storeId,
        cameraId: frame.cameraId,
        facing,
        capturedAt: frame.capturedAt,
        createdAt: new Date(),
      },
      pictureId: await pictures.put(crop, 'image/jpeg'),
      predictedLabel: label === 'unknown' ? null : label,
      predictedProbability: label === 'unknown' ? null : probability,
      modelVersion: frame.modelVersion,
      ...{ label: null, labelledBy: null, labelledAt: null },
    });
  }
  return tasks;
}
