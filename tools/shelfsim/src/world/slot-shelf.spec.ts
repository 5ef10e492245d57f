import { random } from '../chance/random.js';
import type { PlacedSlot } from '../scene/fixture.js';
import { SlotShelf } from './slot-shelf.js';

const slot = (facings: number): PlacedSlot => ({
  slotId: 's',
  gtin: 'own',
  shelf: 1,
  position: 1,
  facings,
  rows: 3,
  leftMm: 0,
  pitchMm: 100,
  sizeMm: { width: 95, height: 150, depth: 60 },
  priceCents: 100,
});
const shelf = (facings: number): SlotShelf => new SlotShelf(slot(facings), random('test'));

describe('SlotShelf', () => {
  it('When it is new, then every facing is full', () => {
    expect(shelf(4).count).toBe(12);
    expect(shelf(4).condition()).toEqual({ status: 'stocked', visibleFacings: 4 });
  });

  it('When half of the facings are sold out, then it is low; when all are, empty', () => {
    const four = shelf(4);
    while (four.condition().visibleFacings > 2) four.sellOne();
    expect(four.condition().status).toBe('low');
    four.sellDownTo(0);
    expect(four.condition()).toEqual({ status: 'empty', visibleFacings: 0 });
    expect(four.sellOne()).toBe(false);
  });

  it('When a slot of one facing holds one item, then it is stocked: it is never low', () => {
    const one = shelf(1);
    one.sellDownTo(1);
    expect(one.condition().status).toBe('stocked');
  });

  it('When a foreign item is put in, then the slot is misplaced until it is tidied', () => {
    const two = shelf(2);
    two.misplace('foreign');
    expect(two.condition()).toMatchObject({ status: 'misplaced', visibleFacings: 1, foreignGtin: 'foreign' });
    two.tidy();
    expect(two.condition().status).toBe('stocked');
  });

  it('When less is there than fits, then a refill uses what is there and pulls it to the front', () => {
    const two = shelf(2);
    two.sellDownTo(0);
    expect(two.refill(3)).toBe(3);
    expect(two.count).toBe(3);
    expect(two.columns.map((column) => column[0]?.row)).toEqual([0, 0]);
  });
});
