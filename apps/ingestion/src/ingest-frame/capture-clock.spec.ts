import { CaptureClock } from './capture-clock.js';

const HOUR = 3_600_000;
const start = Date.parse('2026-05-04T08:00:00Z');

/** Runs frames at these times after the start through a clock; the first one is the newest known frame. */
function judge(...offsetsMs: number[]) {
  const clock = new CaptureClock(start);
  return offsetsMs.map((offset) => {
    const at = new Date(start + offset);
    const verdict = clock.judge(at);
    clock.accept(at, verdict);
    return verdict;
  });
}

describe('CaptureClock', () => {
  it('When frames follow each other, then they are in order; the same or an older time is late', () => {
    expect(judge(5_000, 10_000, 10_000, 7_000, 15_000)).toEqual(['in-order', 'in-order', 'late', 'late', 'in-order']);
  });

  it('When a camera is new, then its first frame sets the time', () => {
    expect(new CaptureClock(undefined).judge(new Date(start))).toBe('in-order');
  });

  it('When single frames are dated hours ahead, then those after them are still in order', () => {
    expect(judge(5_000, 6 * HOUR, 10_000, 15_000, 6 * HOUR + 20_000, 25_000)).toEqual([
      'in-order',
      'leap',
      'in-order',
      'in-order',
      'leap',
      'in-order',
    ]);
  });

  const leaps = Array<string>(4).fill('leap');

  it('When a camera was off for the night, then its fifth frame is believed', () => {
    const morning = Array.from({ length: 6 }, (_, index) => 12 * HOUR + index * 5_000);
    expect(judge(...morning)).toEqual([...leaps, 'in-order', 'in-order']);
  });

  it('When a camera sends a frame every two hours, then it is believed once it is known', () => {
    const day = Array.from({ length: 7 }, (_, index) => (index + 1) * 2 * HOUR);
    expect(judge(...day)).toEqual([...leaps, 'in-order', 'in-order', 'in-order']);
  });
});
