import { randomUUID } from 'node:crypto';
import { evidenceBox, type Quad, quadWithin } from '@shelfwatch/domain';
import type { LabelTaskEntity, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { cutFacing, parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import sharp from 'sharp';

/** Facings of one event that people are asked about. */
const MOST_FACINGS = 4;
/** A calibration of another time, or another cut, shows itself by another shape. */
const SHAPE_TOLERANCE = 0.05;

/**
 * Crops of what a person says was judged wrongly, to be labelled: the facings of the slot, cut out of the event's evidence. Stores pictures, no
 * tasks.
 *
 * @returns none when the evidence is gone or the camera has been calibrated anew since
 * @throws {PersistenceError} {PictureStoreError}
 */
export async function rejectedCrops(
  unit: UnitOfWork,
  pictures: PictureStore,
  event: StockEventEntity,
  now: Date,
): Promise<LabelTaskEntity[]> {
  const pictureId = parsePictureId(event.evidencePictureId ?? '');
  const evidence = pictureId && (await pictures.get(pictureId));
  const view = await unit.cameras.view(event.cameraId);
  const regions = (view?.regions ?? []).filter(({ slotId }) => slotId === event.slotId);
  if (evidence === undefined || view === undefined || regions.length === 0) return [];
  const box = evidenceBox(
    regions.map(({ quad }) => quad),
    view.width,
    view.height,
  );
  const { width = 1, height = 1 } = await sharp(evidence.bytes).metadata();
  if (Math.abs(width / height / (box.width / box.height) - 1) > SHAPE_TOLERANCE) return [];
  const tasks: LabelTaskEntity[] = [];
  for (const { facing, quad } of regions.slice(0, MOST_FACINGS)) {
    const inEvidence: Quad = quadWithin(box, quad, view.width, view.height);
    const crop = await cutFacing(evidence.bytes, inEvidence);
    tasks.push(toTask(event, facing, await pictures.put(crop, 'image/jpeg'), now));
  }
  return tasks;
}

/** Of a rejected gap or foreign product we know what the model said; of the rest only that it was wrong. */
function toTask(event: StockEventEntity, facing: number, pictureId: string, now: Date): LabelTaskEntity {
  const { storeId, slotId, cameraId, kind, gtin, foreignGtin, confidence, modelVersion, openedAt } = event;
  const predictedLabel = kind === 'out-of-stock' ? 'empty' : foreignGtin;
  return {
    ...{ taskId: randomUUID(), state: 'waiting', reason: 'rejected-event', score: 1 },
    ...{ storeId, cameraId, slotId, facing, pictureId, modelVersion, capturedAt: openedAt, createdAt: now },
    ...{ expectedLabel: gtin, predictedLabel, predictedProbability: predictedLabel === null ? null : confidence },
    ...{ label: null, labelledBy: null, labelledAt: null },
  };
}
