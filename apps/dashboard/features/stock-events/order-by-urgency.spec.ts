import { orderByUrgency } from './order-by-urgency';
import { sampleEvent } from './sample-event';

const ids = (events: ReturnType<typeof orderByUrgency>): string[] => events.map(({ eventId }) => eventId);

describe('orderByUrgency', () => {
  it('When one loses more money, then it comes first, whatever its kind', () => {
    const cheap = sampleEvent({ eventId: 'cheap', lostSalesCentsPerHour: 1 });
    const dear = sampleEvent({ eventId: 'dear', kind: 'low-stock', lostSalesCentsPerHour: 900 });
    expect(ids(orderByUrgency([cheap, dear]))).toEqual(['dear', 'cheap']);
  });

  it('When they lose the same, then empty comes before low and old before new', () => {
    const low = sampleEvent({ eventId: 'low', kind: 'low-stock', since: '2026-03-02T09:00:00.000Z' });
    const fresh = sampleEvent({ eventId: 'fresh' });
    const old = sampleEvent({ eventId: 'old', since: '2026-03-02T10:00:00.000Z' });
    expect(ids(orderByUrgency([low, fresh, old]))).toEqual(['old', 'fresh', 'low']);
  });

  it('When an event comes twice, then it is shown once, as it came last', () => {
    const before = sampleEvent({ confidence: 0.5 });
    const after = sampleEvent({ confidence: 0.9 });
    expect(orderByUrgency([before, after])).toEqual([after]);
  });
});
