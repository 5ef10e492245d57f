import { formatAge } from './format-age';

describe('formatAge', () => {
  it.each([
    [0, '0 s'],
    [8_900, '8 s'],
    [60_000, '1 min'],
    [59 * 60_000 + 59_999, '59 min'],
    [3 * 3_600_000 + 5 * 60_000, '3 h 05 min'],
    [52 * 3_600_000, '2 d 4 h'],
  ])('When %d ms have passed, then it says %s', (ms, text) => {
    expect(formatAge(ms)).toBe(text);
  });

  it('When the time lies in the future, then it says now', () => {
    expect(formatAge(-5_000)).toBe('0 s');
  });
});
