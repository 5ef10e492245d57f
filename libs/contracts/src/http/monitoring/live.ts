import { z } from 'zod';

/**
 * `GET /v1/stream?storeId`: server-sent events. `event` is one of these names, `data` the message of the event stream as JSON, `id` its place there:
 * sent again as `Last-Event-ID` by the browser, what came since is delivered first. Delivery is at least once.
 */
export const LIVE_EVENTS = ['stock-event', 'slot-state', 'camera-health', 'reorder'] as const;
export type LiveEvent = (typeof LIVE_EVENTS)[number];

/** Sent in place of what `Last-Event-ID` asks for when that is no longer kept: read the lists again. */
export const LIVE_RESYNC = 'resync';

export const liveQuery = z.object({ storeId: z.string().optional() });
