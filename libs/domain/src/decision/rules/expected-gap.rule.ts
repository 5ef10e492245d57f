import { notTaken, type Rule } from '../rule.js';

export const expectedGapRule: Rule = {
  remedy: 'EXPECTED_GAP',
  ask: ({ suppression }) => {
    if (suppression === null) return notTaken('no gap is planned here now');
    const until = suppression.endsAt.toISOString();
    return {
      taken: true,
      rule: 'suppression-window-active',
      reason: `A gap is expected until ${until}: ${suppression.reason}.`,
      inputs: { suppressionReason: suppression.reason, suppressionEndsAt: until },
    };
  },
};
