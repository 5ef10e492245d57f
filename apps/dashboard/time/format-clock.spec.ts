import { formatClock, formatDay, formatMoment } from './format-clock';

const time = new Date('2026-03-03T23:30:05Z');

describe('Times of the shop', () => {
  it('When the shop is east of UTC, then its clock and its day are shown', () => {
    expect(formatClock(time, 'Europe/Berlin')).toBe('00:30:05');
    expect(formatMoment(time, 'Europe/Berlin')).toBe('4 Mar, 00:30');
    expect(formatDay(time, 'Europe/Berlin')).toBe('Wed 4 Mar');
  });

  it('When the shop is in UTC, then nothing is shifted', () => {
    expect(formatClock(time, 'UTC')).toBe('23:30:05');
    expect(formatDay(time, 'UTC')).toBe('Tue 3 Mar');
  });
});
