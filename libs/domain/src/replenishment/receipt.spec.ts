import fc from 'fast-check';
import { expiryOf, receive } from './receipt.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));
const order = { quantity: 24, received: 0, expectedAt: day(4) };

describe('receive', () => {
  it('When a part comes, then the rest is waited for', () => {
    expect(receive(order, 18, day(4))).toEqual({ state: 'PARTLY_RECEIVED', received: 18, surplus: 0, isLate: false });
  });

  it('When the rest comes days after, then it is received and late', () => {
    expect(receive({ ...order, received: 18 }, 6, day(6))).toMatchObject({
      state: 'RECEIVED',
      received: 24,
      isLate: true,
    });
  });

  it('When more comes than was ordered, then it is taken and said', () => {
    expect(receive(order, 30, day(4))).toMatchObject({ state: 'RECEIVED', received: 30, surplus: 6 });
  });

  it('However goods are split into deliveries, the last one completes the order and none before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (parts) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0);
        let received = 0;
        const states = parts.map((part) => {
          const receipt = receive({ ...order, quantity, received }, part, day(4));
          received = receipt.received;
          return receipt.state;
        });
        expect(states.pop()).toBe('RECEIVED');
        expect(states.every((state) => state === 'PARTLY_RECEIVED')).toBe(true);
      }),
    );
  });
});

describe('expiryOf', () => {
  it('When no day is known, then the lead time after the request stands for it', () => {
    expect(expiryOf({ requestedAt: day(1), expectedAt: null }, { leadTimeDays: 2, graceDays: 3 })).toEqual(day(6));
    expect(expiryOf({ requestedAt: day(1), expectedAt: day(9) }, { leadTimeDays: 2, graceDays: 3 })).toEqual(day(12));
  });
});
