import type { FacingReading, FacingRegion } from '@shelfwatch/domain';
import type { PictureType } from '@shelfwatch/pictures';
import type { SlotInView } from '../camera-session/camera-session.js';
import { gtinOf } from '../apply-rules/observed-slot.js';
import type { InferenceClient } from './inference.client.js';
import { labelsWanted, toFacingReading } from './to-facing-reading.js';

export interface FacingsToClassify {
  bytes: Buffer;
  type: PictureType;
  regions: readonly FacingRegion[];
  slots: ReadonlyMap<string, SlotInView>;
}

export interface ClassifiedFacings {
  modelVersion: string;
  /** In the order of the regions. */
  readings: readonly FacingReading[];
}

/** Asks inference about some facings of one frame, in one request. @throws {InferenceError} */
export async function classifyFacings(
  inference: InferenceClient,
  { bytes, type, regions, slots }: FacingsToClassify,
  signal?: AbortSignal,
): Promise<ClassifiedFacings> {
  const expected = (region: FacingRegion) => gtinOf(slots.get(region.slotId)!.slot.gtin);
  const asked = regions.map((region, index) => ({ region, regionId: String(index), gtin: expected(region) }));
  const answer = await inference.classify(
    {
      bytes,
      type,
      regions: asked.map(({ regionId, region }) => ({ regionId, quad: [...region.quad] })),
      also: Object.fromEntries(asked.map(({ regionId, gtin }) => [regionId, labelsWanted(gtin)])),
    },
    signal,
  );
  const predictions = new Map(answer.predictions.map((prediction) => [prediction.regionId, prediction]));
  return {
    modelVersion: answer.modelVersion,
    readings: asked.map(({ regionId, region, gtin }) =>
      toFacingReading(predictions.get(regionId)!, region.facing, gtin),
    ),
  };
}
