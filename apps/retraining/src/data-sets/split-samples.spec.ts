import { type SampleToSplit, splitSamples } from './split-samples.js';

const samplesOf = (label: string, groups: number, each: number): SampleToSplit[] =>
  Array.from({ length: groups * each }, (_, index) => ({
    ...{ label, golden: false },
    groupKey: `${label}-${index % groups}`,
  }));
const shares = { validation: 0.2, test: 0.2, seed: 1 };

describe('Split of samples', () => {
  it('When classes have many groups, then no group is on two sides and every class is on each', () => {
    const samples = [...samplesOf('a', 20, 3), ...samplesOf('b', 10, 4)];
    const { sides, dealtBySample } = splitSamples(samples, shares);
    expect(dealtBySample).toEqual([]);
    const sidesOfGroups = new Map<string, Set<string>>();
    samples.forEach(({ groupKey }, index) =>
      sidesOfGroups.set(groupKey, (sidesOfGroups.get(groupKey) ?? new Set()).add(sides[index]!)),
    );
    expect([...sidesOfGroups.values()].every(({ size }) => size === 1)).toBe(true);
    for (const label of ['a', 'b']) {
      const own = sides.filter((_, index) => samples[index]!.label === label);
      expect(new Set(own)).toEqual(new Set(['train', 'validation', 'test']));
      expect(own.filter((side) => side === 'train').length / own.length).toBeCloseTo(0.6, 1);
    }
  });

  it('When a group has two classes, then it stays together', () => {
    const shared = ['a', 'b'].flatMap((label) =>
      Array.from({ length: 8 }, (_, index) => ({ label, groupKey: `day-${index}`, golden: false })),
    );
    const { sides } = splitSamples(shared, { ...shares, seed: 3 });
    for (let day = 0; day < 8; day += 1) expect(sides[day]).toBe(sides[8 + day]);
  });

  it('When a class is all one group, then it is dealt picture by picture, and the answer names it', () => {
    const samples = samplesOf('a', 1, 10);
    const { sides, dealtBySample } = splitSamples(samples, shares);
    expect(dealtBySample).toEqual(['a']);
    expect(sides.filter((side) => side === 'train')).toHaveLength(6);
  });

  it('When samples are golden, then they are on no other side; the same seed gives the same split', () => {
    const samples = samplesOf('a', 10, 2).map((sample, index) => ({ ...sample, golden: index < 4 }));
    const { sides } = splitSamples(samples, shares);
    expect(sides.slice(0, 4)).toEqual(Array(4).fill('golden'));
    expect(sides.slice(4)).not.toContain('golden');
    expect(splitSamples(samples, shares).sides).toEqual(sides);
  });

  it('When a class shares its few groups with others, then it always has something to train on, and groups stay whole', () => {
    const common = samplesOf('a', 10, 4);
    const rare = ['a-3', 'a-7'].map((groupKey) => ({ label: 'b', groupKey, golden: false }));
    for (let seed = 0; seed < 50; seed += 1) {
      const { sides } = splitSamples([...common, ...rare], { ...shares, seed });
      expect(sides.slice(-2)).toContain('train');
      for (const [index, { groupKey }] of rare.entries()) {
        const ofGroup = common.flatMap((it, place) => (it.groupKey === groupKey ? [sides[place]] : []));
        expect(new Set(ofGroup)).toEqual(new Set([sides[common.length + index]]));
      }
    }
  });

  it('When classes are held out, then all their samples are unknown, golden ones too, and the others are dealt as ever', () => {
    const samples = [...samplesOf('a', 10, 2), ...samplesOf('b', 10, 2).map((it, at) => ({ ...it, golden: at === 0 }))];
    const { sides, dealtBySample } = splitSamples(samples, { ...shares, holdOut: new Set(['b']) });
    expect(new Set(sides.slice(20))).toEqual(new Set(['unknown']));
    expect(new Set(sides.slice(0, 20))).toEqual(new Set(['train', 'validation', 'test']));
    expect(dealtBySample).toEqual([]);
  });
});
