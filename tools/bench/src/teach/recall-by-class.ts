import type { InferenceEngine, ModelMetadata } from '@shelfwatch/vision/serving';
import type { LabelledCrops } from '../classify/held-out-crops.js';

/** Share of a class's facings whose likeliest label is right, by label; classes that the model does not know are left out. */
export type ClassRecall = ReadonlyMap<string, number>;

export async function recallByClass(
  engine: InferenceEngine,
  { labels }: Pick<ModelMetadata, 'labels'>,
  crops: AsyncIterable<LabelledCrops>,
): Promise<ClassRecall> {
  const counts = new Map(labels.map(({ label }) => [label as string, { right: 0, all: 0 }]));
  for await (const { pixels, labels: truths } of crops) {
    const probabilities = await engine.classify(pixels, truths.length);
    truths.forEach((truth, row) => {
      const count = counts.get(truth);
      if (count === undefined) return;
      const scores = probabilities.subarray(row * labels.length, (row + 1) * labels.length);
      const best = scores.reduce((top, score, index) => (score > scores[top]! ? index : top), 0);
      count.all += 1;
      count.right += labels[best]!.label === truth ? 1 : 0;
    });
  }
  return new Map([...counts].flatMap(([label, { right, all }]) => (all === 0 ? [] : [[label, right / all]])));
}
