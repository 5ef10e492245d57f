import { randomUUID } from 'node:crypto';
import { type LiveEvent } from '@shelfwatch/contracts';
import { concat, defer, from, type Observable, of, Subject } from 'rxjs';

export interface LiveMessage {
  /** Place in this process's feed. */
  id: string;
  type: LiveEvent | 'resync';
  storeId: string | undefined;
  data: unknown;
}

/** How much a browser may have missed and still be brought up to date. */
const REMEMBERED = 2_000;

/** What happens, for everyone who watches. Remembers the last messages, so that a browser that was away for a moment misses nothing. */
export class LiveFeed {
  private readonly run = randomUUID().slice(0, 8);
  private readonly news = new Subject<LiveMessage>();
  private readonly remembered: LiveMessage[] = [];
  private next = 1;

  publish(type: LiveEvent, data: unknown, storeId: string | undefined): void {
    const message = { id: `${this.run}-${this.next}`, type, storeId, data };
    this.next += 1;
    this.remembered.push(message);
    if (this.remembered.length > REMEMBERED) this.remembered.shift();
    this.news.next(message);
  }

  /**
   * Everything after the message `lastId`. When that one is no longer remembered (or came from another process) a `resync` comes first:
   * the browser then asks for everything anew.
   */
  after(lastId: string | undefined): Observable<LiveMessage> {
    // What is remembered is looked up when somebody listens, so that nothing falls in between.
    return defer(() => this.from(lastId));
  }

  private from(lastId: string | undefined): Observable<LiveMessage> {
    if (lastId === undefined) return this.news;
    const at = this.remembered.findIndex(({ id }) => id === lastId);
    const isNewest = lastId === `${this.run}-${this.next - 1}`;
    if (at < 0 && !isNewest)
      return concat(
        of({ id: `${this.run}-${this.next - 1}`, type: 'resync' as const, storeId: undefined, data: {} }),
        this.news,
      );
    return concat(from(this.remembered.slice(at + 1)), this.news);
  }

  end(): void {
    this.news.complete();
  }
}
