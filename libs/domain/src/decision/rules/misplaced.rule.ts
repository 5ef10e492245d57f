import { notTaken, type Rule } from '../rule.js';

export const misplacedRule: Rule = {
  remedy: 'MISPLACED',
  ask: ({ event, foreign, product }) => {
    if (event.kind !== 'misplaced') return notTaken('no other product stands in the slot');
    if (!foreign?.name) return notTaken('the product that stands in the slot is not in the catalogue');
    return {
      taken: true,
      rule: 'known-foreign-product-seen',
      reason: `${foreign.name} stands where ${product.name} belongs: move it to its own place.`,
      inputs: { foreignGtin: foreign.gtin, foreignName: foreign.name },
    };
  },
};
