import { createHash } from 'node:crypto';

export interface SampleToLimit {
  sha256: string;
  label: string;
  groupKey: string;
  golden: boolean;
  capturedAt: Date | null;
  addedAt: Date;
}

/**
 * Keeps at most so many samples of each class: the newest of every group first, then their second ones, and so on, so that many pictures of one
 * day do not push out the few of another. Of equally new ones the seed decides. Golden samples all stay and do not count.
 *
 * @returns those that are kept, in the order in which they came
 */
export function limitPerClass<S extends SampleToLimit>(samples: readonly S[], most: number, seed: number): S[] {
  const byClass = new Map<string, S[]>();
  for (const sample of samples)
    if (!sample.golden) byClass.set(sample.label, [...(byClass.get(sample.label) ?? []), sample]);
  const kept = new Set<S>(samples.filter(({ golden }) => golden));
  for (const own of byClass.values())
    for (const sample of newestOfEachGroup(own, seed).slice(0, most)) kept.add(sample);
  return samples.filter((sample) => kept.has(sample));
}

/** First every group's newest sample, then every group's second newest … */
function newestOfEachGroup<S extends SampleToLimit>(samples: readonly S[], seed: number): S[] {
  const keyed = samples.map((sample) => ({
    sample,
    at: (sample.capturedAt ?? sample.addedAt).getTime(),
    chance: createHash('sha256').update(`${seed}/${sample.sha256}`).digest('hex'),
    round: 0,
  }));
  const newestFirst = (a: (typeof keyed)[number], b: (typeof keyed)[number]) =>
    b.at - a.at || (a.chance < b.chance ? -1 : 1);
  keyed.sort(newestFirst);
  const taken = new Map<string, number>();
  for (const it of keyed) {
    it.round = taken.get(it.sample.groupKey) ?? 0;
    taken.set(it.sample.groupKey, it.round + 1);
  }
  return keyed.sort((a, b) => a.round - b.round || newestFirst(a, b)).map(({ sample }) => sample);
}
