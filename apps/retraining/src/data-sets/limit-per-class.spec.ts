import { limitPerClass, type SampleToLimit } from './limit-per-class.js';

const sample = (groupKey: string, day: number, number: number, more: Partial<SampleToLimit> = {}): SampleToLimit => ({
  ...{ sha256: `${groupKey}-${day}-${number}`, label: 'tea', groupKey, golden: false },
  ...{ capturedAt: new Date(Date.UTC(2026, 4, day)), addedAt: new Date(0), ...more },
});
const many = (groupKey: string, day: number, count: number) =>
  Array.from({ length: count }, (_, number) => sample(groupKey, day, number));

describe('limitPerClass', () => {
  it('When a class has more than the limit, then the newest stay, spread over its groups, in their old order', () => {
    const samples = [...many('old', 1, 3), ...many('flood', 9, 100), ...many('new', 8, 2)];
    const kept = limitPerClass(samples, 6, 1);
    expect(kept.map(({ groupKey }) => groupKey)).toEqual(['old', 'old', 'flood', 'flood', 'new', 'new']);
    expect(limitPerClass(samples, 2, 1).map(({ groupKey }) => groupKey)).toEqual(['flood', 'new']);
  });

  it('When samples are equally new, then the seed alone decides', () => {
    const samples = many('day', 1, 50);
    const ids = (seed: number, of = samples) => limitPerClass(of, 5, seed).map(({ sha256 }) => sha256);
    expect(ids(1)).toEqual(ids(1));
    expect(new Set(ids(1, [...samples].reverse()))).toEqual(new Set(ids(1)));
    expect(ids(1)).not.toEqual(ids(2));
  });

  it('When samples are golden, or of a small class, then they all stay', () => {
    const golden = many('day', 1, 10).map((it) => ({ ...it, golden: true }));
    const small = many('day', 1, 2).map((it) => ({ ...it, label: 'jam' }));
    const kept = limitPerClass([...golden, ...small, ...many('other', 2, 9)], 3, 1);
    expect(kept.filter((it) => it.golden)).toHaveLength(10);
    expect(kept.filter(({ label }) => label === 'jam')).toHaveLength(2);
    expect(kept).toHaveLength(15);
  });
});
