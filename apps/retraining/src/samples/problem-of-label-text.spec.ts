import { problemOfLabelText } from './problem-of-label-text.js';

describe('problemOfLabelText', () => {
  it.each([
    '96385074',
    '036000291452',
    '4006381333931',
    '04006381333931',
    'empty',
    'Occluded',
    'Grüner Tee',
    '緑茶',
    '17',
  ])('When the label is "%s", then it can be used', (text) => expect(problemOfLabelText(text)).toBeUndefined());

  it.each([
    ['4006381333932', 'last digit would have to be 1'],
    ['96385075', 'last digit would have to be 4'],
    ['4.00638E+12', 'rounded'],
    ['  ', 'missing'],
    ['x'.repeat(201), 'more than 200'],
  ])('When the label is "%s", then the reason is named', (text, reason) => {
    expect(problemOfLabelText(text)).toContain(reason);
  });
});
