import { choicesOf, formOf, problemAt, problemsOfMovement } from './policy-form';

const CALENDAR = { orderWeekdays: [1, 3], cutOff: '14:00', deliveryWeekdays: [2, 4], timeZone: 'Europe/Berlin' };

describe('Form of a policy', () => {
  it.each([
    {},
    { policy: 'R-Q' as const, fixedLot: 24, rounding: 'NEAREST' as const, mode: 'approve' as const },
    { calendar: CALENDAR, serviceLevel: 0.97, reorderPoint: null },
    { calendar: null, limits: { valueCents: 12_345, cases: null, categories: ['Fresh', 'Frozen'] } },
  ])('When nothing is edited, then the same choices are sent: %j', (choices) => {
    expect(choicesOf(formOf(choices, 'UTC'), choices)).toEqual(choices);
  });

  it('When a figure is emptied, then it is left out, and comes from the store again', () => {
    const before = { coverDays: 9, mode: 'automatic' as const };
    const form = formOf(before, 'UTC');
    expect(choicesOf({ ...form, mode: '', figures: { ...form.figures, coverDays: ' ' } }, before)).toEqual({});
  });

  it('When a figure is no number, then it goes as it is, for the service to say so; a comma is a point', () => {
    const form = formOf({}, 'UTC');
    const figures = { ...form.figures, serviceLevel: '0,97', coverDays: 'many' };
    expect(choicesOf({ ...form, figures }, {})).toEqual({ serviceLevel: 0.97, coverDays: 'many' });
  });
});

describe('problemAt', () => {
  const errors = [
    { path: 'calendar.cutOff', message: 'must be a time like 14:30' },
    { path: 'coverDays', message: 'too large' },
  ];
  it('When something within a field is wrong, then the field says so', () => {
    expect(problemAt(errors, 'calendar')).toBe('must be a time like 14:30');
    expect(problemAt(errors, 'cover')).toBeUndefined();
  });
});

describe('problemsOfMovement', () => {
  it('When fields are named, then each gets its own problem; words without a field stay whole', () => {
    expect(problemsOfMovement('quantity: must not be 0; place: unknown')).toEqual([
      { path: 'quantity', message: 'must not be 0' },
      { path: 'place', message: 'unknown' },
    ]);
    expect(problemsOfMovement('a count says nothing')).toEqual([{ path: '', message: 'a count says nothing' }]);
  });
});
