import { type CropItem, splitByGroup } from '@shelfwatch/vision/training-process';

export type Side = 'train' | 'validation' | 'test' | 'golden' | 'unknown';

export interface SampleToSplit {
  label: string;
  groupKey: string;
  golden: boolean;
}

export interface SplitRequest {
  validation: number;
  test: number;
  seed: number;
  /** Classes whose samples are all `unknown`, golden ones too. */
  holdOut?: ReadonlySet<string>;
}

export interface SplitSamples {
  /** Of each sample, in their order. */
  sides: Side[];
  /** Labels that had to be dealt picture by picture, as they are one group. */
  dealtBySample: string[];
}

/**
 * Deals samples to the sides of a split. Groups never part, so that no side knows a picture's twin; golden samples and held-out classes stay
 * apart. A class that would have nothing to train on gets its largest group back for training, with all that is in it.
 */
export function splitSamples(samples: readonly SampleToSplit[], request: SplitRequest): SplitSamples {
  const { holdOut = new Set() } = request;
  const sides = samples.map(({ label, golden }): Side => {
    if (holdOut.has(label)) return 'unknown';
    return golden ? 'golden' : 'train';
  });
  const placesOf = new Map<string, number[]>();
  samples.forEach(({ label }, place) => {
    if (sides[place] === 'train') placesOf.set(label, [...(placesOf.get(label) ?? []), place]);
  });
  const labels = [...placesOf.keys()].sort();
  const groupsOf = (label: string) => new Set(placesOf.get(label)!.map((place) => samples[place]!.groupKey));
  const dealtBySample = labels.filter((label) => groupsOf(label).size === 1 && placesOf.get(label)!.length > 1);
  // Class by class, so that each is on every side in proportion; a group of several classes follows its first.
  const sideOfGroup = new Map<string, Side>();
  for (const [number, label] of labels.entries()) {
    const own = placesOf.get(label)!;
    const isOneGroup = dealtBySample.includes(label);
    const items = own.map((place): CropItem => ({
      label: 0,
      group: isOneGroup ? String(place) : samples[place]!.groupKey,
    }));
    const split = splitByGroup(items, request, request.seed + number);
    for (const side of ['train', 'validation', 'test'] as const)
      for (const item of split[side]) {
        const place = own[item]!;
        const { groupKey } = samples[place]!;
        sides[place] = isOneGroup ? side : (sideOfGroup.get(groupKey) ?? side);
        if (!isOneGroup) sideOfGroup.set(groupKey, sides[place]);
      }
  }
  for (const label of labels) {
    const own = placesOf.get(label)!;
    if (own.some((place) => sides[place] === 'train')) continue;
    const largest = largestGroup(own.map((place) => samples[place]!.groupKey));
    samples.forEach(({ groupKey, golden }, place) => {
      if (groupKey === largest && !golden && sides[place] !== 'unknown') sides[place] = 'train';
    });
  }
  return { sides, dealtBySample };
}

/** The first of equals. */
function largestGroup(groupKeys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of groupKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].reduce((most, it) => (it[1] > most[1] ? it : most))[0];
}
