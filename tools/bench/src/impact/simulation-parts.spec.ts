import fc from 'fast-check';
import { Chance, exponential, poisson } from './chance.js';
import { EventQueue } from './event-queue.js';
import { bookOut, correctBook, inBook, inStore, onShelf, type ProductStock, refill, takeOne } from './product-stock.js';
import { TaskList } from './task-list.js';

const stockOf = (changes: Partial<ProductStock> = {}): ProductStock => ({
  ...{ shelf: [2, 0], backroom: 5, bookShelf: 3, bookBackroom: 4, shortfall: 0, orders: [] },
  ...{ forecast: 1, forecastVariance: 1, soldToday: 0, lastCountedDay: 0, failedBySupplier: false },
  ...changes,
});
const PRODUCT = {
  ...{ dailyDemand: 2, priceCents: 100, casePack: 6, facings: 2, depth: 3, capacity: 6, lowFacings: 1, watched: true },
};

describe('chance by key', () => {
  it('When asked again with the same key, then the answer is the same; another purpose has its own', () => {
    const chance = new Chance(1);
    expect(chance.uniform('demand', 3, 4)).toBe(new Chance(1).uniform('demand', 3, 4));
    expect(chance.uniform('demand', 3, 4)).not.toBe(chance.uniform('supply', 3, 4));
    expect(chance.uniform('demand', 3, 4)).not.toBe(new Chance(2).uniform('demand', 3, 4));
  });

  it('When many are drawn, then they are spread evenly and their neighbours do not follow each other', () => {
    const chance = new Chance(9);
    const drawn = Array.from({ length: 20_000 }, (_, key) => chance.uniform('scan', key));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    const covariance = drawn.slice(1).reduce((sum, one, index) => sum + (one - mean) * (drawn[index]! - mean), 0);
    expect(Math.abs(covariance / drawn.length / (1 / 12))).toBeLessThan(0.03);
  });

  it.each([0.01, 0.7, 4, 75])('When Poisson numbers of mean %d are drawn, then mean and variance are that', (mean) => {
    const next = new Chance(4).stream('demand', 1);
    const drawn = Array.from({ length: 20_000 }, () => poisson(next, mean));
    const average = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - average) ** 2, 0) / drawn.length;
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.2 / Math.sqrt(Math.min(1, mean)) / 2);
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.2);
    expect(exponential(0, 5)).toBeCloseTo(0, 12);
  });
});

describe('the event queue', () => {
  it('When events are pushed in any order, then they come out by time, equals in the order pushed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new EventQueue<{ at: number; turn: number }>();
        for (const [turn, at] of times.entries()) queue.push({ at, turn });
        const out: { at: number; turn: number }[] = [];
        for (let event = queue.pop(Infinity); event !== undefined; event = queue.pop(Infinity)) out.push(event);
        const expected = times.map((at, turn) => ({ at, turn })).sort((a, b) => a.at - b.at || a.turn - b.turn);
        expect(out).toEqual(expected);
      }),
    );
  });

  it('When a queue is cloned, then the copy goes its own way', () => {
    const queue = new EventQueue<{ at: number }>();
    queue.push({ at: 3 });
    const copy = queue.clone();
    expect(copy.pop(10)).toEqual({ at: 3 });
    expect(queue.pop(3)).toBeUndefined();
    expect(queue.pop(4)).toEqual({ at: 3 });
  });
});

describe('stock of a product', () => {
  it('When the shelf is refilled, then the emptiest facing comes first, nothing is lost, and the book follows what it has', () => {
    const stock = stockOf();
    expect(refill(stock, PRODUCT)).toBe(4);
    expect(stock).toMatchObject({ shelf: [3, 3], backroom: 1, bookShelf: 7, bookBackroom: 0 });
  });

  it('When items move, sell and are counted in any order, then no figure falls under 0 and a count makes the book right', () => {
    const step = fc.constantFrom('take', 'sell', 'refill');
    fc.assert(
      fc.property(fc.array(step), fc.nat(9), fc.nat(9), (steps, backroom, book) => {
        const stock = stockOf({ backroom, bookBackroom: book });
        const before = inStore(stock);
        let taken = 0;
        for (const one of steps) {
          if (one === 'refill') refill(stock, PRODUCT);
          else if (takeOne(stock, 0.4)) {
            taken += 1;
            if (one === 'sell') bookOut(stock, 1);
          }
        }
        expect(inStore(stock)).toBe(before - taken);
        expect(Math.min(...stock.shelf, stock.backroom, stock.bookShelf, stock.bookBackroom)).toBeGreaterThanOrEqual(0);
        correctBook(stock, 1, 0);
        expect(inBook(stock)).toBe(inStore(stock));
        expect(stock.bookShelf).toBe(onShelf(stock));
      }),
    );
  });
});

describe('the task list', () => {
  it('When several can be done, then the one that costs most an hour comes first, and none is listed twice', () => {
    const list = new TaskList();
    expect(list.add({ product: 1, kind: 'restock', readyAt: 5, urgency: 10 })).toBe(true);
    expect(list.add({ product: 1, kind: 'restock', readyAt: 6, urgency: 99 })).toBe(false);
    list.add({ product: 2, kind: 'count', readyAt: 5, urgency: 20 });
    list.add({ product: 3, kind: 'restock', readyAt: 9, urgency: 50 });
    expect(list.take(7, () => true)).toMatchObject({ product: 2 });
    expect(list.take(7, ({ kind }) => kind === 'count')).toBeUndefined();
    list.drop(1, 'restock');
    expect(list.take(7, () => true)).toBeUndefined();
    expect(list.size).toBe(1);
  });
});
