import { Inject, Injectable } from '@nestjs/common';
import type { ClassifyFrameRequest, ClassifyFrameResponse } from '@shelfwatch/contracts';
import { CropPool, decodePicture } from '@shelfwatch/vision/serving';
import { Admission } from '../batching/admission.js';
import type { ModelInstance } from '../model/model-instance.js';
import { ServedModels } from '../model/served-models.js';
import { compareWithShadow } from './compare-with-shadow.js';
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
    private readonly models: ServedModels,
    private readonly crops: CropPool,
    private readonly admission: Admission,
    @Inject(CLASSIFY_FRAME_LIMITS) private readonly limits: ClassifyFrameLimits,
  ) {}

  /**
   * @param bytes JPEG, PNG or WebP
   * @throws {PictureError | RegionError | OverloadError}
   */
  classify(bytes: Uint8Array, request: ClassifyFrameRequest): Promise<ClassifyFrameResponse> {
    return this.models.live.use((model) => this.classifyWith(model, bytes, request));
  }

  private async classifyWith(
    model: ModelInstance,
    bytes: Uint8Array,
    { regions, topK, also }: ClassifyFrameRequest,
  ): Promise<ClassifyFrameResponse> {
    const { metadata, engine, classes } = model;
    const deadline = performance.now() + this.limits.deadlineMs;
    const { rows, pixels } = await this.admission.run(regions.length, async () => {
      const cut = await this.gate.run(async () => {
        const picture = await decodePicture(bytes, { maxPixels: this.limits.maxPixels });
        return this.crops.crop(
          picture,
          regions.map(({ quad }) => quad),
          metadata.architecture.inputSize,
        );
      });
      return { pixels: cut, rows: await model.classify(cut, regions.length, deadline) };
    });
    compareWithShadow(this.models, model, pixels, rows, regions.length);
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
