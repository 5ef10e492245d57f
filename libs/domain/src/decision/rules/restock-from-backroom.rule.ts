import { notTaken, type Rule } from '../rule.js';

export const restockFromBackroomRule: Rule = {
  remedy: 'RESTOCK_FROM_BACKROOM',
  ask: ({ event, stock, backroomFound, product }) => {
    if (event.kind === 'misplaced') return notTaken('the slot holds another product, not too few of this one');
    if (backroomFound === false) return notTaken('someone looked in the back room and found none');
    if (stock === null) return notTaken('the book stock of the back room is not known');
    if (stock.backroom <= 0) return notTaken('the book says that the back room is empty');
    return {
      taken: true,
      rule: 'backroom-book-stock-positive',
      reason: `${stock.backroom} of ${product.name} should be in the back room: refill the shelf.`,
      inputs: { backroom: stock.backroom },
    };
  },
};
