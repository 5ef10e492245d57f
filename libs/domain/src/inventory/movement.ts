/** Where in a store goods are. */
export const STOCK_PLACES = ['shelf', 'backroom'] as const;
export type StockPlace = (typeof STOCK_PLACES)[number];

/** Why a book figure was corrected without a full count. */
export const CORRECTION_REASONS = [
  'not-found',
  'found',
  'damaged',
  'expired',
  'theft',
  'own-use',
  'customer-return',
  'supplier-return',
  'booking-error',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** Something that happened to the stock of one product in one store. Quantities are whole items. */
export type MovementDetails =
  /** Goods came in, > 0; `fromOrder` of them, 0..quantity, were booked as on order until now. */
  | { kind: 'delivery'; place: StockPlace; quantity: number; fromOrder: number }
  /** Goods were bought, from the shelf; negative = a sale taken back. */
  | { kind: 'sale'; quantity: number }
  /** What is there, counted or told by an inventory system: the figures given replace what the book says. */
  | {
      kind: 'count';
      shelf?: number;
      backroom?: number;
      reserved?: number;
      onOrder?: number;
      /** Why the book was wrong, where somebody knows. */
      reason?: CorrectionReason;
    }
  | { kind: 'correction'; place: StockPlace; quantity: number; reason: CorrectionReason }
  /** Items that a camera sees on the shelf: tells where the goods are, never how many there are in all. */
  | { kind: 'shelf-evidence'; shelf: number }
  /** Promised to a customer; negative = released. */
  | { kind: 'reservation'; quantity: number }
  /** Carried from the back room to the shelf; negative = carried back. */
  | { kind: 'transfer'; quantity: number }
  /** Ordered from a supplier; negative = taken off the order. */
  | { kind: 'order'; quantity: number };

export type MovementKind = MovementDetails['kind'];
export const MOVEMENT_KINDS = [
  'delivery',
  'sale',
  'count',
  'correction',
  'shelf-evidence',
  'reservation',
  'transfer',
  'order',
] as const satisfies readonly MovementKind[];

/** A fact; it is appended and never changed. */
export interface InventoryMovement {
  /** The same movement told again has the same key and counts once. */
  idempotencyKey: string;
  /** When it happened, which may be long before it was told. */
  effectiveAt: Date;
  details: MovementDetails;
}

/** More items than any store holds; keeps every sum an exact number. */
export const MOST_ITEMS = 10_000_000;

/** What is wrong with a movement, in words for whoever sent it; `undefined` when nothing is. */
export function movementProblem({ idempotencyKey, effectiveAt, details }: InventoryMovement): string | undefined {
  if (idempotencyKey === '') return 'the idempotency key is empty';
  if (Number.isNaN(effectiveAt.getTime())) return 'effectiveAt is no point in time';
  return detailsProblem(details);
}

function detailsProblem(details: MovementDetails): string | undefined {
  switch (details.kind) {
    case 'count': {
      const figures = [details.shelf, details.backroom, details.reserved, details.onOrder];
      const given = figures.filter((figure) => figure !== undefined);
      if (given.length === 0) return 'a count tells at least one of shelf, backroom, reserved and onOrder';
      return given.every(isAmount) ? undefined : `counted figures are whole numbers from 0 to ${MOST_ITEMS}`;
    }
    case 'shelf-evidence':
      return isAmount(details.shelf) ? undefined : `shelf is a whole number from 0 to ${MOST_ITEMS}`;
    case 'delivery': {
      const { quantity, fromOrder } = details;
      if (!isAmount(quantity) || quantity === 0)
        return `a delivered quantity is a whole number from 1 to ${MOST_ITEMS}`;
      return isAmount(fromOrder) && fromOrder <= quantity ? undefined : 'fromOrder lies between 0 and the quantity';
    }
    default:
      if (isAmount(Math.abs(details.quantity)) && details.quantity !== 0) return undefined;
      return `a quantity is a whole number other than 0, at most ${MOST_ITEMS} either way`;
  }
}

const isAmount = (figure: number): boolean => Number.isInteger(figure) && figure >= 0 && figure <= MOST_ITEMS;
