import { Inject, Injectable } from '@nestjs/common';
import type { ClassifyFrameRequest, ClassifyFrameResponse } from '@shelfwatch/contracts';
import { CropPool, decodePicture } from '@shelfwatch/vision/serving';
import { Admission } from '../batching/admission.js';
import { ImageBatcher } from '../batching/image-batcher.js';
import { ServedModel } from '../model/served-model.js';
import { CLASSIFY_FRAME_LIMITS, type ClassifyFrameLimits } from './classify-frame.limits.js';
import { PictureGate } from './picture-gate.js';
import { toRegionPrediction } from './to-region-prediction.js';

/** Pictures decoded at the same time: enough to keep the decoder's threads busy. */
const PICTURES_AT_ONCE = 4;

/** Decodes a picture once, cuts all regions out and classifies them, together with those of other requests. */
@Injectable()
export class ClassifyFrameService {
  private readonly gate = new PictureGate(PICTURES_AT_ONCE);

  constructor(
    private readonly model: ServedModel,
    private readonly crops: CropPool,
    private readonly batcher: ImageBatcher,
    private readonly admission: Admission,
    @Inject(CLASSIFY_FRAME_LIMITS) private readonly limits: ClassifyFrameLimits,
  ) {}

  /**
   * @param bytes JPEG, PNG or WebP
   * @throws {PictureError | RegionError | OverloadError}
   */
  async classify(bytes: Uint8Array, { regions, topK, also }: ClassifyFrameRequest): Promise<ClassifyFrameResponse> {
    const { metadata, engine } = this.model;
    const deadline = performance.now() + this.limits.deadlineMs;
    const rows = await this.admission.run(regions.length, async () => {
      const pixels = await this.gate.run(async () => {
        const picture = await decodePicture(bytes, { maxPixels: this.limits.maxPixels });
        return this.crops.crop(
          picture,
          regions.map(({ quad }) => quad),
        );
      });
      return this.batcher.classify(pixels, regions.length, deadline);
    });
    const { classes } = this.model;
    return {
      modelVersion: metadata.version,
      engine: engine.name,
      predictions: regions.map(({ regionId }, index) =>
        toRegionPrediction(metadata, rows.subarray(index * classes, (index + 1) * classes), {
          regionId,
          topK,
          also: also[regionId] ?? [],
        }),
      ),
    };
  }
}
