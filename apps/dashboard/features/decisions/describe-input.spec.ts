import { describeInputs } from './describe-input';

describe('describeInputs', () => {
  it('When a figure is missing, then it is called missing', () => {
    expect(describeInputs({ dailySales: null })).toEqual([{ name: 'Daily sales', value: 'not known' }]);
  });
  it('When figures are there, then they read as words and short numbers', () => {
    expect(describeInputs({ backroomItems: 12, fill_rate: 0.33333, observable: true, rule: 'x' })).toEqual([
      { name: 'Backroom items', value: '12' },
      { name: 'Fill rate', value: '0.33' },
      { name: 'Observable', value: 'yes' },
      { name: 'Rule', value: 'x' },
    ]);
  });
});
