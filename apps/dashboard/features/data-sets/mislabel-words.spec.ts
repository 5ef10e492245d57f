import type { MislabelSearch } from '../../retraining/types';
import { answerTo, changesOf, doubtWords, searchShare, searchWords } from './mislabel-words';

const search = (changes: Partial<MislabelSearch>): MislabelSearch => ({
  ...{ searchId: 's', dataSet: 'shop', state: 'running', stage: 'waiting', request: { seed: 1 }, startedBy: 'Ada' },
  ...{ startedAt: '2026-05-04T10:00:00.000Z', endedAt: null, done: 0, total: null, checked: null, found: null },
  ...{ failure: null, ...changes },
});
const suspect = { sampleId: 'a', label: 'tea', suggested: 'jam', labelProbability: 0.004, suggestedProbability: 0.998 };

describe('The search for wrong labels in words', () => {
  it.each([
    [{}, 'Waiting for another search', 100],
    [{ stage: 'pictures', done: 30, total: 120 }, '30 of 120 pictures looked at', 25],
    [{ stage: 'labels', done: 120, total: 120 }, 'Comparing every label with what the others teach', 100],
    [{ state: 'succeeded', stage: null, checked: 120, found: 2 }, '2 of 120 labels are doubtful', 100],
    [{ state: 'succeeded', stage: null, checked: 120, found: 0 }, 'None of 120 labels is doubtful', 100],
  ] as const)('When it is %j, then it says "%s"', (changes, words, share) => {
    expect(searchWords(search(changes))).toBe(words);
    expect(searchShare(search(changes))).toBe(share);
  });

  it('When a sample was changed since, then its answer is told, also that it was taken out', () => {
    expect(answerTo({ ...suspect, labelNow: 'tea' })).toBeUndefined();
    expect(answerTo({ ...suspect, labelNow: 'jam' })).toBe('jam');
    expect(answerTo({ ...suspect, labelNow: null })).toBeNull();
  });

  it('When a label is doubtful, then both are named with their probabilities, never rounded to certainty', () => {
    const names: Record<string, string> = { tea: 'Tea', jam: 'Jam' };
    expect(doubtWords({ ...suspect, labelNow: 'tea' }, (label) => names[label]!)).toBe(
      'Jam, 99 %, rather than Tea, 1 %',
    );
  });

  it('When many samples get labels, then each request has one label and no more samples than the service takes', () => {
    const wanted = [
      ['a', 'jam'],
      ['b', null],
      ['c', 'jam'],
      ['d', 'jam'],
      ['e', null],
    ] as const;
    expect(changesOf(wanted, 2)).toEqual([
      { label: 'jam', sampleIds: ['a', 'c'] },
      { label: null, sampleIds: ['b', 'e'] },
      { label: 'jam', sampleIds: ['d'] },
    ]);
  });
});
