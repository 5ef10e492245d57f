import { type MovementDetails, onHand } from '@shelfwatch/domain';
import type { Database } from '../database/database.js';
import { WHOLE_STORE } from '../entities/replenishment-policy.entity.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { later, NOON, sampleReorder, sampleShop } from '../testing/sample-rows.js';
import type { ToldMovement } from './inventory.repository.js';

const [TEA, JAM] = ['08904000210037', '07300011000017'] as const;
let database: Database;
let end: () => Promise<void>;
beforeEach(async () => ({ database, end } = await migratedDatabase()));
afterEach(() => end());

const told = (key: string, details: MovementDetails, seconds = 10, gtin: string = TEA): ToldMovement => ({
  ...{ idempotencyKey: key, effectiveAt: later(seconds), details, gtin, actor: 'spec' },
});
const append = (...movements: ToldMovement[]) =>
  database.transaction((unit) => unit.inventory.append('store-1', movements));
const level = async (gtin: string = TEA) => (await database.unit.stockLevels.of('store-1', [gtin])).get(gtin)!;

describe('InventoryRepository', () => {
  it('When many writers move the same product at once, then none is lost', async () => {
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      const came: MovementDetails = { kind: 'delivery', place: 'backroom', quantity: 12, fromOrder: 0 };
      const answers = await append(told(`${writer}/came`, came), told(`${writer}/also`, came, 20));
      for (let sale = 0; sale < 4; sale += 1) {
        answers.push(...(await append(told(`${writer}/${sale}`, { kind: 'sale', quantity: 2 }, 10 + sale))));
      }
      return answers;
    });
    expect((await Promise.all(writers)).flat()).toEqual(Array.from({ length: 60 }, () => 'recorded'));
    const { shelf, backroom } = await level();
    // 5 at the start, 20 deliveries of 12, 40 sales of 2.
    expect(shelf + backroom).toBe(5 + 20 * 12 - 40 * 2);
    expect(await database.unit.inventory.movements('store-1', TEA, 1_000)).toHaveLength(61);
    expect(onHand(await database.unit.inventory.balance('store-1', TEA))).toBe(165);
  });

  it('When 40 writers move several products at once in opposite orders, then none waits for ever and none is lost', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const gtins = index % 2 === 0 ? [TEA, JAM] : [JAM, TEA];
        const came: MovementDetails = { kind: 'delivery', place: 'shelf', quantity: 1, fromOrder: 0 };
        return append(...gtins.map((gtin) => told(`${index}/${gtin}`, came, 10, gtin)));
      }),
    );
    expect([(await level(TEA)).shelf, (await level(JAM)).shelf]).toEqual([40, 40]);
  });

  it('When the same movement is told by 20 writers at once, then it counts once', async () => {
    const sale = told('till-7/receipt-1', { kind: 'sale', quantity: 3 });
    const answers = (await Promise.all(Array.from({ length: 20 }, () => append(sale)))).flat();
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(19);
    expect((await level()).backroom).toBe(2);
  });

  it('When a key is used again for something else, then it is a conflict and the first stays', async () => {
    const sale = told('a', { kind: 'sale', quantity: 1 });
    expect(await append(sale, sale, told('a', { kind: 'sale', quantity: 4 }))).toEqual([
      'recorded',
      'duplicate',
      'conflict',
    ]);
    expect((await level()).backroom).toBe(4);
  });

  it('When a movement from before the last count is told late, then it is history and changes nothing', async () => {
    await append(told('late', { kind: 'sale', quantity: 4 }, -60));
    expect(await level()).toMatchObject({ backroom: 5, shelf: 0 });
    expect(await database.unit.inventory.movements('store-1', TEA, 10)).toHaveLength(2);
  });

  it('When a shop is imported again with the same figures, then nothing moves; with others, it is a count', async () => {
    const replace = (seconds: number, backroom: number) =>
      database.transaction((unit) => {
        const shop = sampleShop();
        return unit.shopDefinitions.replace({ ...shop, stock: [{ ...shop.stock[0]!, backroom }] }, later(seconds));
      });
    await replace(100, 5);
    expect(await database.unit.inventory.movements('store-1', TEA, 10)).toHaveLength(1);
    await append(told('s', { kind: 'sale', quantity: 2 }, 150));
    await replace(200, 9);
    expect((await level()).backroom).toBe(9);
    const [newest] = await database.unit.inventory.movements('store-1', TEA, 10);
    expect(newest).toMatchObject({ kind: 'count', details: { backroom: 9 } });
    await append(told('sold', { kind: 'sale', quantity: 2 }, 300));
    expect((await level()).backroom).toBe(7);
    expect((await level()).dailySales).toBe(4);
  });

  it('When imports and movements come at once, then the book is what its movements say', async () => {
    const shop = sampleShop();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 4 === 0
          ? database.transaction((unit) =>
              unit.shopDefinitions.replace(
                { ...shop, stock: [{ ...shop.stock[0]!, backroom: 10 + index }] },
                later(index),
              ),
            )
          : append(told(`m${index}`, { kind: 'sale', quantity: 1 }, index)),
      ),
    );
    const { shelf, backroom, reserved, onOrder } = await database.unit.inventory.balance('store-1', TEA);
    expect(await level()).toMatchObject({ shelf, backroom, reserved, onOrder });
  });

  it('When a movement is altered or its product is unknown, then the database refuses', async () => {
    const unknown = append(told('x', { kind: 'sale', quantity: 1 }, 10, '00000000000000'));
    await expect(unknown).rejects.toMatchObject({ code: 'PERSISTENCE_CONSTRAINT' });
    const alter = database.transaction((unit) =>
      (unit.inventory as unknown as { tables: { sql(statement: string): Promise<unknown> } }).tables.sql(
        "UPDATE inventory_movement SET actor = 'me'",
      ),
    );
    await expect(alter).rejects.toMatchObject({ code: 'PERSISTENCE_CONSTRAINT' });
  });
});

describe('ReplenishmentPolicyRepository', () => {
  it('When store and product have choices, then the product’s go first and the defaults fill the rest', async () => {
    const { policies } = database.unit;
    await policies.choose('store-1', WHOLE_STORE, { mode: 'approve', serviceLevel: 0.9 }, 'ann', NOON);
    await policies.choose('store-1', TEA, { serviceLevel: 0.98 }, 'ann', NOON);
    const resolved = await policies.resolve('store-1', [TEA, JAM]);
    expect(resolved.get(TEA)).toMatchObject({ mode: 'approve', serviceLevel: 0.98, coverDays: 5 });
    expect(resolved.get(JAM)).toMatchObject({ mode: 'approve', serviceLevel: 0.9 });
  });
});

describe('a reorder that arrives in parts', () => {
  it('While the rest is to come, no second one can be proposed, however many try', async () => {
    const first = sampleReorder({ state: 'PARTLY_RECEIVED', received: 6 });
    await database.unit.reorders.propose(first, 'shelfwatch');
    const tries = Array.from({ length: 30 }, () =>
      database.transaction((unit) => unit.reorders.propose(sampleReorder(), 'shelfwatch')),
    );
    expect(new Set(await Promise.all(tries))).toEqual(new Set(['exists']));
    const step = { reorderId: first.reorderId, from: 'PARTLY_RECEIVED', to: 'RECEIVED', received: 12 } as const;
    await database.unit.reorders.step({ ...step, at: later(5), reason: 'the rest came', actor: 'ann' });
    const again = Array.from({ length: 30 }, () =>
      database.transaction((unit) => unit.reorders.propose(sampleReorder(), 'shelfwatch')),
    );
    expect((await Promise.all(again)).filter((answer) => answer === 'created')).toHaveLength(1);
  });
});
