import type { StockEventBody } from '@shelfwatch/contracts';

/** What has been lost so far, in cents: expected lost sales per hour × age. What costs more, or has cost for longer, is more urgent. */
export const urgency = ({ lostSalesCentsPerHour, ageSeconds }: StockEventBody): number =>
  (lostSalesCentsPerHour * ageSeconds) / 3_600;

/** Most urgent first; where sales are unknown, oldest first. */
export const byUrgency = (a: StockEventBody, b: StockEventBody): number =>
  urgency(b) - urgency(a) || b.ageSeconds - a.ageSeconds;
