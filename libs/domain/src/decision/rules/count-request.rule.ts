import { notTaken, type NotTaken, type Rule, type Taken } from '../rule.js';

const DAY_MS = 86_400_000;

/** With this many sales expected and none possible, the book stock is wrong with 95 % probability (Poisson: e⁻³ < 0.05). */
const EXPECTED_SALES_WITHOUT_STOCK = 3;

/** The book and the shelf disagree: somebody has to count before anything is ordered. */
export const countRequestRule: Rule = {
  remedy: 'COUNT_REQUEST',
  ask: ({ event, stock, backroomFound, product, now }): Taken | NotTaken => {
    if (event.kind === 'misplaced') return notTaken('the slot holds another product; nothing is said about this one');
    if (stock === null) {
      return {
        taken: true,
        rule: 'stock-figures-missing',
        reason: `No stock figures are known for ${product.name}: look in the back room and count.`,
        inputs: { missing: 'stock figures', adviceOnly: true },
      };
    }
    if (backroomFound === false && stock.backroom > 0) {
      return {
        taken: true,
        rule: 'backroom-stock-not-found',
        reason: `The book says ${stock.backroom} of ${product.name} in the back room, but none was found: count and correct the book.`,
        inputs: { backroom: stock.backroom, backroomFound },
      };
    }
    if (event.kind !== 'out-of-stock' || stock.shelf <= 0)
      return notTaken('book and shelf do not contradict each other');
    const emptyDays = Math.max(0, now.getTime() - event.since.getTime()) / DAY_MS;
    const missedSales = emptyDays * (stock.dailySales ?? 0);
    if (missedSales < EXPECTED_SALES_WITHOUT_STOCK)
      return notTaken('the shelf has not been empty for long enough to doubt the book');
    return {
      taken: true,
      rule: 'phantom-shelf-stock',
      reason: `The book says ${stock.shelf} of ${product.name} on the shelf, which has been empty for ${emptyDays.toFixed(1)} days: count.`,
      inputs: { bookShelf: stock.shelf, emptyDays, expectedSalesMeanwhile: missedSales },
    };
  },
};
