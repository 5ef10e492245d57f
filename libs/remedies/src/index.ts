export { type DecidedEvent, decideEvent, type EventToDecide } from './decide/decide-event.js';
export { type Review, reviewEvents } from './decide/review-events.js';
export { gtinsOfFacts, readShopFacts, type ShopFacts } from './decide/shop-facts.js';
export { naturalId } from './messages/natural-id.js';
export { type Letter, post } from './messages/post.js';
export { reorderApprovedMessage, reorderMessage } from './messages/reorder-messages.js';
export { type ChangedEvent, stockEventMessage } from './messages/stock-event-message.js';
export { proposeOrder } from './orders/propose-order.js';
