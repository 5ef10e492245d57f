import { DEFAULT_POLICY, resolvePolicy } from './policy.js';

describe('resolvePolicy', () => {
  it('When nothing is set, then the defaults hold, and orders are advice only', () => {
    expect(resolvePolicy(null, null)).toEqual(DEFAULT_POLICY);
    expect(DEFAULT_POLICY.mode).toBe('advise');
  });

  it('When store and product disagree, then the product goes first; null is a choice, undefined is none', () => {
    const store = { mode: 'approve', fixedLot: 12, serviceLevel: 0.9 } as const;
    const policy = resolvePolicy(store, { mode: 'automatic', fixedLot: null, serviceLevel: undefined as never });
    expect(policy).toMatchObject({ mode: 'automatic', fixedLot: null, serviceLevel: 0.9, graceDays: 3 });
  });
});
