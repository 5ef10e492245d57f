/** The words of monitoring's API, by the names that the pages use for them. */
export type {
  CameraShelf,
  CameraSummary,
  Me,
  Place,
  ProductSummary as Product,
  ReorderBody as Reorder,
  ShelfSlot,
  StockEventBody as StockEvent,
  SummaryBody as Summary,
} from '@shelfwatch/contracts';
import type { LiveEvent, ReorderBody, ShelfSlot, StockEventBody, StoreList } from '@shelfwatch/contracts';

export type Store = StoreList['stores'][number];
export type StockEventKind = StockEventBody['kind'];
export type Decision = NonNullable<StockEventBody['decision']>;
export type Remedy = Decision['remedy'];
export type SlotStatus = ShelfSlot['status'];
export type ReorderState = ReorderBody['state'];
export type LiveKind = LiveEvent;
