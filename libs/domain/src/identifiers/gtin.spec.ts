import { parseGtin } from './gtin.js';

describe('parseGtin', () => {
  it.each(['8904000210037', '7300011000017'])('When %s is read, then it becomes 14 digits', (printed) => {
    expect(parseGtin(printed)).toBe(`0${printed}`);
  });

  it.each(['8904000210038', '12345', '89040002100a7', ''])('When %p is read, then it is refused', (printed) => {
    expect(parseGtin(printed)).toBeUndefined();
  });
});
