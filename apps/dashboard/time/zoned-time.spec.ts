import { instantOf, localText } from './zoned-time';

describe('Times on the clock of a zone', () => {
  it.each([
    ['2026-12-07T06:00', 'Europe/Berlin', '2026-12-07T05:00:00.000Z'],
    ['2026-07-07T06:00', 'Europe/Berlin', '2026-07-07T04:00:00.000Z'],
    ['2026-12-07T06:00', 'America/New_York', '2026-12-07T11:00:00.000Z'],
    ['2026-12-07T06:00', 'Asia/Kolkata', '2026-12-07T00:30:00.000Z'],
    ['2026-12-07T06:00', 'UTC', '2026-12-07T06:00:00.000Z'],
  ])('When the clock shows %s in %s, then it is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
    expect(localText(new Date(instant), zone)).toBe(local);
  });

  it('When the clock shows a time twice, then the first is meant', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('When the clock skips a time, then it counts as if it had not been put forward', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('When it is no time, then there is none', () => {
    expect(instantOf('', 'UTC')).toBeUndefined();
  });
});
