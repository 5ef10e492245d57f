import { notTaken, type Rule } from '../rule.js';

export const unknownProductRule: Rule = {
  remedy: 'UNKNOWN_PRODUCT',
  ask: ({ event, foreign, product }) => {
    if (event.kind !== 'misplaced') return notTaken('what the slot shows was recognised');
    return {
      taken: true,
      rule: 'foreign-product-not-in-catalogue',
      reason: `Something that is not in the catalogue stands where ${product.name} belongs: name it, so that it is known next time.`,
      inputs: { foreignGtin: foreign?.gtin ?? null },
    };
  },
};
