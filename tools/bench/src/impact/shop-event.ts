import type { SlotStatus } from '@shelfwatch/domain';
import type { Visit } from './day-of-customers.js';

/** What can happen in a shop, at a minute. */
export type ShopEvent =
  | Visit
  /** Staff set out on a round. */
  | { at: number; kind: 'round'; turn: number }
  /** The shop is looked at, for the figures. */
  | { at: number; kind: 'hour' }
  /** The platform has made sure how a place looks; `status` when it is mistaken. */
  | { at: number; kind: 'seen'; product: number; mistaken: SlotStatus | null }
  /** Open events are decided on again. */
  | { at: number; kind: 'reroute' }
  /** A member of staff looks at the list of tasks, or has done one. */
  | { at: number; kind: 'staff' };
