import { proposeReorder, type ReorderProposal } from '../../replenishment/propose-reorder.js';
import type { RouterInput, StockFigures } from '../router-input.js';
import { notTaken, type Rule, type Taken } from '../rule.js';

export const reorderRule: Rule = {
  remedy: 'REORDER',
  ask: (input) => {
    const { event, stock, supplier, product } = input;
    if (event.kind === 'misplaced') return notTaken('the slot holds another product; nothing is said about this one');
    if (stock === null) return notTaken('stock figures are missing');
    const proposal = proposeReorder(
      {
        position: inventoryPosition(event, stock),
        dailySales: stock.dailySales,
        dailySalesStd: stock.dailySalesStd,
        casePack: product.casePack,
        supplier,
        shelfCapacity: event.capacity,
        storeCapacity: null,
        now: input.now,
      },
      input.replenishment,
    );
    const shown = { position: proposal.position, reorderPoint: round(proposal.reorderPoint) };
    if (!proposal.due) {
      return notTaken(
        `the inventory position of ${shown.position} is above the reorder point of ${shown.reorderPoint}`,
      );
    }
    return { ...answer(input, proposal), inputs: { ...figures(input, proposal), ...shown }, proposal };
  },
};

/**
 * Items that can still be sold or are coming, less reserved. The camera bounds what the book claims for the shelf: an
 * empty shelf holds nothing, a half empty one at most half of its capacity.
 */
export function inventoryPosition(event: RouterInput['event'], stock: StockFigures): number {
  const visible = Math.ceil((event.capacity * event.visibleFacings) / event.facings);
  return stock.backroom + Math.min(stock.shelf, visible) + stock.onOrder - stock.reserved;
}

function answer(
  { product, supplier }: RouterInput,
  proposal: ReorderProposal,
): Pick<Taken, 'taken' | 'rule' | 'reason'> {
  const { missing, quantity, cases } = proposal;
  const what = `${quantity} of ${product.name} (${cases} ${cases === 1 ? 'case' : 'cases'})`;
  if (missing.length > 0) {
    const reason = `Consider ordering ${what}; only advice, because these are missing: ${missing.join(', ')}.`;
    return { taken: true, rule: 'reorder-advice-figures-missing', reason };
  }
  const stockLine = `only ${proposal.position} left or coming, the reorder point is ${round(proposal.reorderPoint)}`;
  return {
    taken: true,
    rule: 'position-at-or-under-reorder-point',
    reason: `Order ${what} from ${supplier?.name}: ${stockLine}.`,
  };
}

const figures = ({ stock, supplier, product }: RouterInput, proposal: ReorderProposal): Taken['inputs'] => ({
  backroom: stock?.backroom ?? null,
  bookShelf: stock?.shelf ?? null,
  onOrder: stock?.onOrder ?? null,
  reserved: stock?.reserved ?? null,
  dailySales: stock?.dailySales ?? null,
  leadTimeDays: supplier?.leadTimeDays ?? null,
  casePack: product.casePack,
  safetyStock: round(proposal.safetyStock),
  quantity: proposal.quantity,
  cases: proposal.cases,
  boundBy: proposal.boundBy,
  adviceOnly: proposal.missing.length > 0,
  missing: proposal.missing.join(', ') || null,
});

const round = (items: number): number => Math.round(items * 10) / 10;
