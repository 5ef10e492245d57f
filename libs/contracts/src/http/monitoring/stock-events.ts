import {
  FALSE_ALARM_CAUSES,
  FLOOR_ANSWERS,
  MOST_ITEMS,
  STOCK_EVENT_KINDS,
  STOCK_EVENT_STATUSES,
} from '@shelfwatch/domain';
import { z } from 'zod';
import { decisionBody } from '../../events/stock-event-changed.js';
import { place, productSummary } from './place.js';
import { reorderSummary } from './reorders.js';

/** What somebody said about an event. */
export const floorAnswerBody = z.object({
  answer: z.enum(FLOOR_ANSWERS),
  at: z.iso.datetime(),
  actor: z.string(),
  /** Items carried to the shelf, for `restocked`; null = not said. */
  quantity: z.number().int().nullable(),
  /** Items counted, for `counted`; null = not said. */
  backroom: z.number().int().nullable(),
  shelf: z.number().int().nullable(),
  /** For `not-out-of-stock`; null = not said. */
  cause: z.enum(FALSE_ALARM_CAUSES).nullable(),
});
export type FloorAnswerBody = z.infer<typeof floorAnswerBody>;

/** One entry of `GET /v1/stock-events`, most urgent first. */
export const stockEventBody = z.object({
  eventId: z.string(),
  kind: z.enum(STOCK_EVENT_KINDS),
  status: z.enum(STOCK_EVENT_STATUSES),
  product: productSummary,
  /** What stands in the slot instead, for `misplaced`. */
  foreignProduct: productSummary.nullable(),
  place,
  /** Capture time of the first frame that shows it. */
  since: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Seconds from `since` to now, or to its end. */
  ageSeconds: z.number().min(0),
  confidence: z.number().min(0).max(1),
  visibleFacings: z.number().int().min(0),
  facings: z.number().int().min(1),
  modelVersion: z.string(),
  evidenceUrl: z.string().nullable(),
  /** Expected lost sales: sales rate × price. */
  lostSalesCentsPerHour: z.number().min(0),
  decision: decisionBody.nullable(),
  /** The order that is open for this product, whatever triggered it. */
  reorder: reorderSummary.nullable(),
  /** The newest answer from the floor. */
  answer: floorAnswerBody.nullable(),
});
export type StockEventBody = z.infer<typeof stockEventBody>;

export const stockEventQuery = z.object({
  storeId: z.string().optional(),
  status: z.enum(STOCK_EVENT_STATUSES).optional(),
  kind: z.enum(STOCK_EVENT_KINDS).optional(),
  /** Opened at this moment or later. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Opened before this moment. */
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export type StockEventQuery = z.infer<typeof stockEventQuery>;
export const stockEventList = z.object({ events: z.array(stockEventBody) });
export type StockEventList = z.infer<typeof stockEventList>;

/** `GET /v1/stock-events/{eventId}`: with its story, oldest first. */
export const stockEventDetail = stockEventBody.extend({
  history: z.array(z.object({ change: z.enum(['opened', 'updated', 'closed', 'retracted']), at: z.iso.datetime() })),
  /** Oldest first. */
  answers: z.array(floorAnswerBody),
});
export type StockEventDetail = z.infer<typeof stockEventDetail>;

const items = z.number().int().min(0).max(MOST_ITEMS);
/** The same answer told again, for instance after a lost reply, counts once. */
const answerId = z.uuid().optional();

/** `POST /v1/stock-events/{eventId}/answers`: what someone saw or did on the floor. */
export const stockEventAnswer = z.discriminatedUnion('answer', [
  /** Carried from the back room: the book follows where the quantity is said. */
  z.strictObject({ answer: z.literal('restocked'), quantity: items.min(1).nullable().default(null), answerId }),
  /** Nothing in the back room: the next remedy is looked for. */
  z.strictObject({ answer: z.literal('not-found'), answerId }),
  /** The book is corrected to what was counted, and the next remedy looked for. */
  z.strictObject({ answer: z.literal('counted'), backroom: items, shelf: items.nullable().default(null), answerId }),
  /** Whatever was asked for is done. The event ends when the camera sees it. */
  z.strictObject({ answer: z.literal('done'), answerId }),
  /** The event is retracted. */
  z.strictObject({
    answer: z.literal('not-out-of-stock'),
    cause: z.enum(FALSE_ALARM_CAUSES).nullable().default(null),
    answerId,
  }),
]);
export type StockEventAnswer = z.output<typeof stockEventAnswer>;
