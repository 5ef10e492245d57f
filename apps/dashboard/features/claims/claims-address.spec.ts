import { claimsAddress, claimsChoiceOf } from './claims-address';

const NOW = Date.parse('2026-11-24T08:40:00Z');

describe('addresses of the claims report', () => {
  it('When an address was made from a choice, then it leads back to it', () => {
    const choice = {
      ...{ stores: ['north', 'south & sea'], controlStores: ['west'] },
      ...{ changedAt: '2026-11-01T00:00:00.000Z', days: '28' },
    };
    const { searchParams } = new URL(claimsAddress(choice), 'http://shop');
    expect(claimsChoiceOf(searchParams, 'east', NOW)).toEqual(choice);
  });

  it('When it says nothing, then the shop that is looked at is compared over two weeks', () => {
    expect(claimsChoiceOf(new URLSearchParams(), 'east', NOW)).toEqual({
      ...{ stores: ['east'], controlStores: [], changedAt: '2026-11-17T09:00:00.000Z', days: '7' },
    });
  });

  it('When days make no sense, then they go on as they are, for the service to say so', () => {
    expect(claimsChoiceOf(new URLSearchParams('days=many'), 'east', NOW).days).toBe('many');
  });
});
