import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type LiveEvent, TOPICS } from '@shelfwatch/contracts';
import type { EventStream, ReceivedMessage } from '@shelfwatch/messaging';
import { LiveFeed } from './live-feed.js';

const EVENT_OF: Readonly<Record<string, LiveEvent>> = {
  [TOPICS.stockEventChanged.name]: 'stock-event',
  [TOPICS.slotStateChanged.name]: 'slot-state',
  [TOPICS.cameraHealthChanged.name]: 'camera-health',
  [TOPICS.reorderRequested.name]: 'reorder',
  [TOPICS.reorderChanged.name]: 'reorder',
};

/** Hands what the event stream brings to the browsers. Each process is a group of its own: every one has browsers to serve. */
@Injectable()
export class FollowStream implements OnModuleInit, OnModuleDestroy {
  constructor(
    private readonly stream: EventStream,
    private readonly feed: LiveFeed,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.stream.ensureTopics(Object.values(TOPICS));
    const groupId = `monitoring-live-${randomUUID()}`;
    await this.stream.subscribe({ groupId, topics: Object.keys(EVENT_OF), fromBeginning: false }, async (message) =>
      this.forward(message),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.feed.end();
    await this.stream.close();
  }

  private forward({ topic, value }: ReceivedMessage): void {
    const data = JSON.parse(value.toString()) as { storeId?: string };
    this.feed.publish(EVENT_OF[topic]!, data, data.storeId);
  }
}
