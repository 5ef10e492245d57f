import { LiveFeed, type LiveMessage } from './live-feed.js';

describe('LiveFeed', () => {
  const collect = (feed: LiveFeed, lastId?: string): LiveMessage[] => {
    const seen: LiveMessage[] = [];
    feed.after(lastId).subscribe((message) => seen.push(message));
    return seen;
  };

  it('When a browser comes back, then it gets what it missed and then what happens', () => {
    const feed = new LiveFeed();
    const first = collect(feed);
    feed.publish('stock-event', 1, 's');
    feed.publish('stock-event', 2, 's');
    const back = collect(feed, first[0]!.id);
    feed.publish('reorder', 3, 's');
    expect(back.map(({ data }) => data)).toEqual([2, 3]);
  });

  it('When nothing was missed, then nothing is repeated', () => {
    const feed = new LiveFeed();
    const first = collect(feed);
    feed.publish('stock-event', 1, 's');
    expect(collect(feed, first[0]!.id)).toEqual([]);
  });

  it('When the last message is of another process or too old, then the browser is told to start anew', () => {
    const feed = new LiveFeed();
    feed.publish('stock-event', 1, 's');
    expect(collect(feed, 'elsewhere-7').map(({ type }) => type)).toEqual(['resync']);
  });
});
