import { parseGtin } from '@shelfwatch/domain';
import { classLabelOf } from './class-label-of.js';

describe('classLabelOf', () => {
  it.each([
    ['8904000210037', '08904000210037'],
    [' Empty ', 'empty'],
    ['occluded', 'occluded'],
  ])('When a class is called "%s", then its label is %s', (text, label) => {
    expect(classLabelOf(text)).toBe(label);
  });

  it.each(['Grüner Tee', '緑茶', 'شاي', 'Té verde 🍵', '8904000210038'])(
    'When a class is called "%s", then it gets a valid number of the restricted range, always the same',
    (text) => {
      const label = classLabelOf(text);
      expect(parseGtin(label)).toBe(label);
      expect(label.startsWith('029')).toBe(true);
      expect(classLabelOf(text)).toBe(label);
    },
  );

  it('When the same name is written with combined and with single characters, then it is one class', () => {
    expect(classLabelOf('Cafe\u0301')).toBe(classLabelOf('Caf\u00e9'));
  });
});
