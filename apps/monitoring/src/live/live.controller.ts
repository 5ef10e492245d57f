import { Controller, Headers, type MessageEvent, Query, Sse } from '@nestjs/common';
import { filter, interval, map, merge, type Observable } from 'rxjs';
import { LiveFeed } from './live-feed.js';

/** Proxies cut connections on which nothing comes. */
const HEARTBEAT_MS = 15_000;

@Controller('v1')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Sse('stream')
  stream(@Query('storeId') storeId?: string, @Headers('last-event-id') lastId?: string): Observable<MessageEvent> {
    const messages = this.feed.after(lastId).pipe(
      filter((message) => storeId === undefined || message.storeId === undefined || message.storeId === storeId),
      map(({ id, type, data }): MessageEvent => ({ id, type, data: data as object })),
    );
    const heartbeats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return merge(messages, heartbeats);
  }
}
