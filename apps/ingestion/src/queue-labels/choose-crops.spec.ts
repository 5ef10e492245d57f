import type { LabelTaskCount } from '@shelfwatch/persistence';
import { chooseCrops, type CropCandidate, type LabelLimits } from './choose-crops.js';

const HOUR = 3_600_000;
const NOON = new Date('2026-05-04T12:00:00Z');
const limits: LabelLimits = { perStoreAndDay: 10, perClassAndDay: 3, perSlotAndDay: 2, slotRestMs: HOUR };
const candidate = (slotId: string, expectedLabel: string, score = 0.5): CropCandidate => ({
  ...{ slotId, expectedLabel, score, reason: 'low-confidence' },
});
const count = (slotId: string, expectedLabel: string, tasks: number, hoursAgo = 5): LabelTaskCount => ({
  ...{ slotId, expectedLabel, tasks, lastCapturedAt: new Date(NOON.getTime() - hoursAgo * HOUR) },
});
const chosen = (candidates: CropCandidate[], counts: LabelTaskCount[] = [], more: Partial<LabelLimits> = {}) =>
  chooseCrops(candidates, counts, { ...limits, ...more }, NOON).map(({ slotId }) => slotId);

describe('chooseCrops', () => {
  it('When a frame has more than the day admits, then the most instructive are taken', () => {
    const candidates = [candidate('a', 'tea', 0.2), candidate('b', 'jam', 0.9), candidate('c', 'rice', 0.5)];
    expect(chosen(candidates, [], { perStoreAndDay: 2 })).toEqual(['b', 'c']);
    expect(chosen(candidates, [count('x', 'milk', 9)])).toEqual(['b']);
    expect(chosen(candidates, [count('x', 'milk', 10)])).toEqual([]);
  });

  it('When several facings of a slot are worth it, then one is taken, and none for a while', () => {
    expect(chosen([candidate('a', 'tea', 0.3), candidate('a', 'tea', 0.8)])).toEqual(['a']);
    expect(chosen([candidate('a', 'tea')], [count('a', 'tea', 1, 0.5)])).toEqual([]);
    expect(chosen([candidate('a', 'tea')], [count('a', 'tea', 1, 2)])).toEqual(['a']);
    expect(chosen([candidate('a', 'tea')], [count('a', 'tea', 2, 5)])).toEqual([]);
  });

  it('When a product has many slots, then it gets its share and no more', () => {
    const tea = ['a', 'b', 'c', 'd'].map((slotId) => candidate(slotId, 'tea'));
    expect(chosen([...tea, candidate('e', 'jam', 0.1)])).toEqual(['a', 'b', 'c', 'e']);
    expect(chosen(tea, [count('x', 'tea', 1), count('y', 'tea', 1)])).toEqual(['a']);
  });

  it('When the limit is 0, then nobody is asked for anything', () => {
    expect(chosen([candidate('a', 'tea', 1)], [], { perStoreAndDay: 0 })).toEqual([]);
  });
});
