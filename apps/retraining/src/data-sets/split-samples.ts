import { type CropItem, splitByGroup } from '@shelfwatch/vision/training-process';

export type Side = 'train' | 'validation' | 'test' | 'golden';

export interface SampleToSplit {
  label: string;
  groupKey: string;
  golden: boolean;
}

/**
 * Deals samples to the sides of a split. Groups never part, so that no side knows a picture's twin; golden samples stay apart. What cannot
 * be kept is said: a class that has samples for training nowhere else keeps at least some there.
 *
 * @returns the side of each sample, in their order, and the labels that had to be dealt picture by picture as they are one group
 */
export function splitSamples(
  samples: readonly SampleToSplit[],
  shares: { validation: number; test: number },
  seed: number,
): { sides: Side[]; dealtBySample: string[] } {
  const labels = [...new Set(samples.map(({ label }) => label))].sort();
  const groupsOf = new Map(labels.map((label) => [label, new Set<string>()]));
  for (const { label, groupKey, golden } of samples) if (!golden) groupsOf.get(label)!.add(groupKey);
  const dealtBySample = labels.filter((label) => groupsOf.get(label)!.size === 1 && countOf(samples, label) > 1);
  const sides: Side[] = samples.map(({ golden }) => (golden ? 'golden' : 'train'));
  // Class by class, so that each is on every side in proportion; a group of several classes follows its first.
  const sideOfGroup = new Map<string, Side>();
  for (const [number, label] of labels.entries()) {
    const own = samples.flatMap((sample, index) =>
      sample.label === label && !sample.golden ? [{ sample, index }] : [],
    );
    const isOneGroup = dealtBySample.includes(label);
    const items = own.map(({ sample, index }): CropItem => ({
      label: 0,
      group: isOneGroup ? String(index) : sample.groupKey,
    }));
    const split = splitByGroup(items, shares, seed + number);
    for (const side of ['train', 'validation', 'test'] as const)
      for (const place of split[side]) {
        const { sample, index } = own[place]!;
        const settled = isOneGroup ? undefined : sideOfGroup.get(sample.groupKey);
        sides[index] = settled ?? side;
        if (!isOneGroup) sideOfGroup.set(sample.groupKey, sides[index]!);
      }
  }
  return { sides, dealtBySample };
}

const countOf = (samples: readonly SampleToSplit[], label: string): number =>
  samples.filter((sample) => sample.label === label && !sample.golden).length;
