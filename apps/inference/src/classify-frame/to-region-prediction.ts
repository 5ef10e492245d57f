import type { RegionPrediction } from '@shelfwatch/contracts';
import type { ModelMetadata } from '@shelfwatch/vision/serving';

export interface Asked {
  regionId: string;
  /** How many labels to name. */
  topK: number;
  /** Labels whose probability is wanted whatever their rank; those that the model does not know are left out. */
  also: readonly string[];
}

/** Words a row of probabilities: the likeliest labels, the ones asked for, and whether the model abstains. */
export function toRegionPrediction(
  { labels, unknownBelow }: Pick<ModelMetadata, 'labels' | 'unknownBelow'>,
  row: Float32Array,
  { regionId, topK, also }: Asked,
): RegionPrediction {
  const ranked = Array.from(row, (probability, index) => ({ label: labels[index]!.label, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, topK);
  const known = also.flatMap((label) => {
    const index = labels.findIndex((candidate) => candidate.label === label);
    return index === -1 ? [] : [[label, row[index]!] as const];
  });
  return { regionId, top: ranked, also: Object.fromEntries(known), unknown: ranked[0]!.probability < unknownBelow };
}
