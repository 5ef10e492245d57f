import { closedUntil, type OpeningTime, openingHoursProblem } from './opening-hours.js';

const BERLIN = 'Europe/Berlin';
const weekdays = (opensAt: string, closesAt: string): OpeningTime[] =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt, closesAt }));
const until = (hours: readonly OpeningTime[], at: string): string | null =>
  closedUntil(hours, BERLIN, new Date(at))?.toISOString() ?? null;

describe('opening hours', () => {
  // 2 March 2026 is a Monday; Berlin is an hour ahead of UTC.
  const hours = weekdays('08:00', '20:00');

  it('When the store is open, then nothing is closed; at the minute of closing it is', () => {
    expect(until(hours, '2026-03-02T07:00:00Z')).toBeNull();
    expect(until(hours, '2026-03-02T18:59:59Z')).toBeNull();
    expect(until(hours, '2026-03-02T19:00:00Z')).toBe('2026-03-03T07:00:00.000Z');
  });

  it('When it opens later today, then it is closed until then', () => {
    expect(until(hours, '2026-03-02T05:00:00Z')).toBe('2026-03-02T07:00:00.000Z');
  });

  it('When days of rest follow, then it is closed over them', () => {
    expect(until(hours, '2026-03-06T21:00:00Z')).toBe('2026-03-09T07:00:00.000Z');
  });

  it('When the one opening day of the week is over, then it is closed until that day of the next week', () => {
    const monday = [{ weekday: 1, opensAt: '08:00', closesAt: '12:00' }];
    expect(until(monday, '2026-03-02T12:00:00Z')).toBe('2026-03-09T07:00:00.000Z');
  });

  it('When clocks are put forward in the night, then the opening is still at eight', () => {
    const daily = [6, 7].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' }));
    expect(until(daily, '2026-03-28T20:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
  });

  it('When it is open around the clock, or has no hours, then it never closes', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '24:00' }));
    expect(until(always, '2026-03-02T23:00:00Z')).toBeNull();
    expect(until([], '2026-03-02T23:00:00Z')).toBeNull();
  });

  it('When there is a break at noon, then it is closed in it', () => {
    const split = [...weekdays('08:00', '12:00'), ...weekdays('14:00', '20:00')];
    expect(until(split, '2026-03-02T11:30:00Z')).toBe('2026-03-02T13:00:00.000Z');
  });

  it.each([
    [{ weekday: 0, opensAt: '08:00', closesAt: '20:00' }, 'weekdays'],
    [{ weekday: 1, opensAt: '8', closesAt: '20:00' }, '"8"'],
    [{ weekday: 1, opensAt: '20:00', closesAt: '08:00' }, 'later that day'],
  ])('When they are %j, then it says what is wrong', (time, words) => {
    expect(openingHoursProblem([time], BERLIN)).toContain(words);
  });
});
