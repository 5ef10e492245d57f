import { EventHub } from './event-hub';

function heard(hub: EventHub, kinds: string[]): { count: number; stop: () => void } {
  const result = { count: 0, stop: hub.listen(kinds, () => result.count++) };
  return result;
}

describe('EventHub', () => {
  it('When something happens, then only those who asked for its kind hear of it', () => {
    const hub = new EventHub();
    const stock = heard(hub, ['stock-event']);
    const orders = heard(hub, ['reorder', 'stock-event']);
    hub.publish('reorder');
    expect([stock.count, orders.count]).toEqual([0, 1]);
  });
  it('When there was a gap, then all hear of it', () => {
    const hub = new EventHub();
    const stock = heard(hub, ['stock-event']);
    hub.publishToAll();
    expect(stock.count).toBe(1);
  });
  it('When someone stops listening, then they hear no more', () => {
    const hub = new EventHub();
    const stock = heard(hub, ['stock-event']);
    stock.stop();
    hub.publish('stock-event');
    expect(stock.count).toBe(0);
  });
});
