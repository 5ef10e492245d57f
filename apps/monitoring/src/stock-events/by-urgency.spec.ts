import type { StockEventBody } from '@shelfwatch/contracts';
import { byUrgency } from './by-urgency.js';

const event = (eventId: string, lostSalesCentsPerHour: number, ageSeconds: number): StockEventBody =>
  ({ eventId, lostSalesCentsPerHour, ageSeconds }) as StockEventBody;

const sorted = (...events: StockEventBody[]): string[] => events.sort(byUrgency).map(({ eventId }) => eventId);

describe('byUrgency', () => {
  it('When a cheap gap has been open for long, then it comes before a dear one that has just opened', () => {
    expect(sorted(event('dear', 600, 60), event('cheap', 100, 3_600))).toEqual(['cheap', 'dear']);
  });

  it('When sales are unknown, then the oldest comes first, behind everything that costs', () => {
    expect(sorted(event('new', 0, 10), event('old', 0, 20), event('costs', 1, 10))).toEqual(['costs', 'old', 'new']);
  });
});
