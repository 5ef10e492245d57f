import type { InferenceEngine, ModelMetadata } from '@shelfwatch/vision/serving';
import { CROP_BYTES } from '@shelfwatch/vision/serving';
import type { LabelledCrops } from './held-out-crops.js';

export interface Accuracy {
  /** Share of facings whose likeliest label is right. */
  top1: number;
  /** Share of facings on which the model abstained. */
  abstained: number;
  /** Share right of those on which it did not abstain. */
  top1WhenSure: number;
  facings: number;
  /** The class that is most often wrong, and its share right. */
  worstClass: string;
  worstClassTop1: number;
  /** A few crops from everywhere, to compare engines on. */
  sample: Uint8Array;
}

/** Crops kept for the comparison of engines. */
const SAMPLE = 64;

export async function measureAccuracy(
  engine: InferenceEngine,
  { labels, unknownBelow }: ModelMetadata,
  pictures: AsyncIterable<LabelledCrops>,
): Promise<Accuracy> {
  const byClass = new Map<string, { seen: number; right: number }>();
  const sample: Uint8Array[] = [];
  let right = 0;
  let sure = 0;
  let sureAndRight = 0;
  let facings = 0;
  for await (const { pixels, labels: truths } of pictures) {
    if (sample.length < SAMPLE) sample.push(...firstCrops(pixels, 4));
    const rows = await engine.classify(pixels, truths.length);
    truths.forEach((truth, index) => {
      const best = likeliest(rows.subarray(index * labels.length, (index + 1) * labels.length));
      const isRight = labels[best.index]!.label === truth;
      const isSure = best.probability >= unknownBelow;
      const tally = byClass.get(truth) ?? { seen: 0, right: 0 };
      byClass.set(truth, { seen: tally.seen + 1, right: tally.right + Number(isRight) });
      facings++;
      right += Number(isRight);
      sure += Number(isSure);
      sureAndRight += Number(isSure && isRight);
    });
  }
  const [worstClass, worst] = [...byClass].reduce((a, b) => (b[1].right / b[1].seen < a[1].right / a[1].seen ? b : a));
  return {
    top1: right / facings,
    abstained: 1 - sure / facings,
    top1WhenSure: sureAndRight / sure,
    facings,
    worstClass,
    worstClassTop1: worst.right / worst.seen,
    sample: Buffer.concat(sample.slice(0, SAMPLE)),
  };
}

const firstCrops = (pixels: Uint8Array, count: number): Uint8Array[] =>
  Array.from({ length: Math.min(count, pixels.length / CROP_BYTES) }, (_, index) =>
    pixels.slice(index * CROP_BYTES, (index + 1) * CROP_BYTES),
  );

function likeliest(row: Float32Array): { index: number; probability: number } {
  const index = row.reduce((best, probability, candidate) => (probability > row[best]! ? candidate : best), 0);
  return { index, probability: row[index]! };
}
