import {
  CASE_ROUNDINGS,
  CORRECTION_REASONS,
  DEFAULT_COUNTS_PER_DAY,
  MOST_ITEMS,
  MOVEMENT_KINDS,
  REORDER_MODES,
  REPLENISHMENT_POLICIES,
  STOCK_PLACES,
} from '@shelfwatch/domain';
import { z } from 'zod';
import { gtinText } from '../../gtin-text.js';
import { place as whereInShop, productSummary } from './place.js';

const amount = z.number().int().min(0).max(MOST_ITEMS);
const positive = amount.min(1);
const either = z
  .number()
  .int()
  .min(-MOST_ITEMS)
  .max(MOST_ITEMS)
  .refine((items) => items !== 0, 'must not be 0');
const place = z.enum(STOCK_PLACES);

const told = {
  /** Names the movement for ever, within its store: the same key told again counts once. */
  idempotencyKey: z.string().min(1).max(200),
  gtin: gtinText,
  /** When it happened. */
  effectiveAt: z.iso.datetime({ offset: true }),
};

/** One movement of one product. Quantities are single items. */
export const inventoryMovementRow = z.discriminatedUnion('kind', [
  z.strictObject({
    ...told,
    kind: z.literal('delivery'),
    quantity: positive,
    place: place.default('backroom'),
    /** How many of them were on order by the book. */
    fromOrder: amount.default(0),
  }),
  z.strictObject({ ...told, kind: z.literal('sale'), quantity: either }),
  z.strictObject({
    ...told,
    kind: z.literal('count'),
    shelf: amount.optional(),
    backroom: amount.optional(),
    reserved: amount.optional(),
    onOrder: amount.optional(),
    /** Why the book was wrong, where somebody knows. */
    reason: z.enum(CORRECTION_REASONS).optional(),
  }),
  z.strictObject({
    ...told,
    kind: z.literal('correction'),
    quantity: either,
    place,
    reason: z.enum(CORRECTION_REASONS),
  }),
  z.strictObject({ ...told, kind: z.literal('shelf-evidence'), shelf: amount }),
  z.strictObject({ ...told, kind: z.literal('reservation'), quantity: either }),
  z.strictObject({ ...told, kind: z.literal('transfer'), quantity: either }),
  z.strictObject({ ...told, kind: z.literal('order'), quantity: either }),
]);
export type InventoryMovementRow = z.output<typeof inventoryMovementRow>;

const MOST_ROWS = 1_000;
/** `POST /v1/stores/{storeId}/inventory/movements`, as documented. */
export const inventoryMovements = z.object({ movements: z.array(inventoryMovementRow).min(1).max(MOST_ROWS) });
/** The same, with each row still to be read: a wrong one must not keep the others out. */
export const inventoryMovementsBatch = z.object({ movements: z.array(z.unknown()).min(1).max(MOST_ROWS) });
export type InventoryMovementsBatch = z.output<typeof inventoryMovementsBatch>;

export const inventoryMovementsResult = z.object({
  recorded: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** One for each row that was sent, in the same order. */
  rows: z.array(
    z.object({
      index: z.number().int(),
      idempotencyKey: z.string().nullable(),
      outcome: z.enum(['recorded', 'duplicate', 'rejected']),
      /** What is wrong and where; null unless rejected. */
      problem: z.string().nullable(),
    }),
  ),
});
export type InventoryMovementsResult = z.infer<typeof inventoryMovementsResult>;

const figures = {
  shelf: amount,
  backroom: amount,
  reserved: amount,
  onOrder: amount,
};

export const inventoryList = z.object({
  storeId: z.string(),
  products: z.array(
    z.object({
      product: productSummary,
      ...figures,
      onHand: z.number().int(),
      /** On hand and on order, less reserved. */
      position: z.number().int(),
      dailySales: z.number().nullable(),
      /** Newest count of shelf or back room, by a person or by an inventory system; null: never. */
      countedAt: z.iso.datetime().nullable(),
      updatedAt: z.iso.datetime(),
    }),
  ),
});
export type InventoryList = z.infer<typeof inventoryList>;

export const movementQuery = z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(100) });

export const productMovements = z.object({
  storeId: z.string(),
  product: productSummary,
  balance: z.object({
    ...figures,
    /** Items that went out although the book had none. */
    shortfall: z.number().int(),
    seen: z.object({ shelf: z.number().int(), at: z.iso.datetime() }).nullable(),
    countedAt: z.object({ shelf: z.iso.datetime().nullable(), backroom: z.iso.datetime().nullable() }),
    asOf: z.iso.datetime().nullable(),
  }),
  /** Newest first. */
  movements: z.array(
    z.object({
      idempotencyKey: z.string(),
      kind: z.enum(MOVEMENT_KINDS),
      effectiveAt: z.iso.datetime(),
      recordedAt: z.iso.datetime(),
      actor: z.string(),
      /** What the row said beyond that. */
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type ProductMovements = z.infer<typeof productMovements>;

/** `GET /v1/stores/{storeId}/inventory/count-proposals` */
export const countProposalQuery = z.object({
  perDay: z.coerce.number().int().min(1).max(200).default(DEFAULT_COUNTS_PER_DAY),
});

export const countProposals = z.object({
  storeId: z.string(),
  /** Riskiest first. Tell what was counted as movements of kind `count` with `shelf` and `backroom`; then they leave the list. */
  proposals: z.array(
    z.object({
      product: productSummary,
      /** The most probable that the record is beyond the tolerance, 0..1. */
      risk: z.number(),
      /** One sentence for whoever counts. */
      reason: z.string(),
      /** Where to look. */
      places: z.array(whereInShop.omit({ storeId: true, cameraId: true })),
      countedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type CountProposals = z.infer<typeof countProposals>;

const weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7);
const wholeItems = z.number().int().min(1).max(MOST_ITEMS);

/** What may be set for a store or a product; what is left out comes from the store, then from the defaults. */
export const policyChoices = z.strictObject({
  policy: z.enum(REPLENISHMENT_POLICIES).optional(),
  serviceLevel: z.number().min(0.5).max(0.9999).optional(),
  reviewDays: z.number().min(0).max(365).optional(),
  coverDays: z.number().min(0).max(365).optional(),
  fixedLot: wholeItems.nullable().optional(),
  rounding: z.enum(CASE_ROUNDINGS).optional(),
  reorderPoint: amount.nullable().optional(),
  orderUpToLevel: amount.nullable().optional(),
  calendar: z
    .object({
      /** 1 = Monday … 7 = Sunday. */
      orderWeekdays: weekdays,
      cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 14:30'),
      deliveryWeekdays: weekdays,
      timeZone: z.string(),
    })
    .nullable()
    .optional(),
  minimumOrderCases: wholeItems.nullable().optional(),
  palletLayerCases: wholeItems.nullable().optional(),
  backroomCapacity: amount.nullable().optional(),
  mode: z.enum(REORDER_MODES).optional(),
  limits: z
    .object({
      valueCents: amount.nullable().default(null),
      cases: amount.nullable().default(null),
      categories: z.array(z.string()).max(200).default([]),
    })
    .optional(),
  graceDays: z.number().min(0).max(365).optional(),
});
export type PolicyChoicesBody = z.output<typeof policyChoices>;

export const policyBody = z.object({
  storeId: z.string(),
  /** Null for the whole store. */
  gtin: z.string().nullable(),
  /** What was set here. */
  choices: policyChoices,
  /** What holds, with the store's choices and the defaults. */
  policy: policyChoices,
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
});
export type PolicyBody = z.infer<typeof policyBody>;
