import { facingDividers, slotOutline } from './slot-outline';

const size = { width: 1000, height: 500 };
const quad = (left: number, right: number) =>
  [
    { x: left, y: 0.1 },
    { x: right, y: 0.1 },
    { x: right, y: 0.5 },
    { x: left, y: 0.5 },
  ] as [{ x: number; y: number }, { x: number; y: number }, { x: number; y: number }, { x: number; y: number }];

describe('slotOutline', () => {
  it('When a slot has three facings, then it reaches from the first to the last', () => {
    expect(slotOutline([quad(0.1, 0.2), quad(0.2, 0.3), quad(0.3, 0.4)], size)).toBe('100,50 400,50 400,250 100,250');
  });
  it('When a slot is not in the picture, then there is no outline', () => {
    expect(slotOutline([], size)).toBe('');
  });
});

describe('facingDividers', () => {
  it('When a slot has three facings, then two lines part them', () => {
    expect(facingDividers([quad(0.1, 0.2), quad(0.2, 0.3), quad(0.3, 0.4)], size)).toEqual([
      '200,50 200,250',
      '300,50 300,250',
    ]);
  });
});
