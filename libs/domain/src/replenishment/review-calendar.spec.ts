import fc from 'fast-check';
import { calendarProblem, nextOccasion, type ReviewCalendar } from './review-calendar.js';

const weekdays = [1, 2, 3, 4, 5];
const berlin: ReviewCalendar = {
  orderWeekdays: weekdays,
  cutOff: '14:00',
  deliveryWeekdays: weekdays,
  timeZone: 'Europe/Berlin',
};
/** Monday, 2 March 2026; Berlin is an hour ahead of UTC. */
const monday = (utc: string): Date => new Date(`2026-03-02T${utc}:00Z`);

describe('nextOccasion', () => {
  it('When the cut-off lies ahead, then the order counts for today', () => {
    expect(nextOccasion(monday('12:59'), berlin, 1)).toMatchObject({
      orderBy: monday('13:00'),
      deliveryAt: new Date('2026-03-02T23:00:00Z'),
      reviewDays: 1,
    });
  });

  it('When the cut-off has passed, then the order waits for the next order day', () => {
    const { orderBy, deliveryAt } = nextOccasion(monday('13:01'), berlin, 1);
    expect([orderBy, deliveryAt]).toEqual([new Date('2026-03-03T13:00:00Z'), new Date('2026-03-03T23:00:00Z')]);
  });

  it('When a weekend lies between, then the real lead time is longer than the supplier says', () => {
    // Friday noon: two days handling end on Sunday, goods come on Monday; Monday’s order brings them on Wednesday.
    const friday = new Date('2026-03-06T11:00:00Z');
    const occasion = nextOccasion(friday, berlin, 2);
    expect(occasion.deliveryAt).toEqual(new Date('2026-03-08T23:00:00Z'));
    expect(occasion.leadTimeDays).toBeCloseTo(2.5, 10);
    expect(occasion.reviewDays).toBe(2);
  });

  it('When orders are taken once a week, then goods last until the delivery after the next', () => {
    const weekly = { ...berlin, orderWeekdays: [2], deliveryWeekdays: [5] };
    expect(nextOccasion(monday('08:00'), weekly, 1)).toMatchObject({
      orderBy: new Date('2026-03-03T13:00:00Z'),
      deliveryAt: new Date('2026-03-05T23:00:00Z'),
      reviewDays: 7,
    });
  });

  it('When clocks are put forward in between, then the local times still hold', () => {
    const { orderBy, deliveryAt } = nextOccasion(new Date('2026-03-28T12:00:00Z'), berlin, 1);
    expect([orderBy, deliveryAt]).toEqual([new Date('2026-03-30T12:00:00Z'), new Date('2026-03-30T22:00:00Z')]);
  });

  it('Whatever the calendar, the order comes before the delivery, and both on days that the supplier named', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
    const calendars = fc.record({
      orderWeekdays: days,
      deliveryWeekdays: days,
      cutOff: fc.constantFrom('00:00', '09:30', '14:00', '23:59'),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland'),
    });
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    const localWeekday = (at: Date, timeZone: string): number =>
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(
        new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(at),
      ) + 1;
    fc.assert(
      fc.property(moments, calendars, fc.double({ min: 0, max: 12, noNaN: true }), (now, calendar, handling) => {
        const { orderBy, deliveryAt, leadTimeDays, reviewDays } = nextOccasion(now, calendar, handling);
        expect(orderBy.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(calendar.orderWeekdays).toContain(localWeekday(orderBy, calendar.timeZone));
        expect(calendar.deliveryWeekdays).toContain(localWeekday(deliveryAt, calendar.timeZone));
        expect(deliveryAt.getTime() - orderBy.getTime()).toBeGreaterThan((Math.ceil(handling) - 1.1) * 86_400_000);
        expect(leadTimeDays).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(reviewDays) && reviewDays >= 0).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<ReviewCalendar>]>([
    ['no order day', { orderWeekdays: [] }],
    ['a day that is none', { deliveryWeekdays: [0] }],
    ['a time that is none', { cutOff: '24:00' }],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }],
  ])('When a calendar has %s, then it says so', (_what, change) => {
    expect(calendarProblem({ ...berlin, ...change })).toEqual(expect.any(String));
    expect(() => nextOccasion(monday('08:00'), { ...berlin, ...change }, 1)).toThrow(RangeError);
  });
});
