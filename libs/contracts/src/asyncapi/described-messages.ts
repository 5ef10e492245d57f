import type { z } from 'zod';
import { cloudEventHeaders } from '../cloud-event.js';
import { frameCapturedHeaders } from '../events/camera-frame-captured.js';
import { cameraHealthChanged } from '../events/camera-health-changed.js';
import { reorderChanged, reorderRequested } from '../events/reorder-requested.js';
import { slotStateChanged } from '../events/slot-state-changed.js';
import { stockEventChanged } from '../events/stock-event-changed.js';
import type { TOPICS } from '../topics.js';
import { EXAMPLES } from './examples.js';

/** What the AsyncAPI document says about one topic. */
export interface DescribedMessage {
  /** Who publishes it: `platform`, or anybody that has pictures. */
  from: 'platform' | 'cameras';
  title: string;
  summary: string;
  /** What the key is, and with it what stays in order. */
  key: string;
  headers: z.ZodType;
  /** Undefined: the value is a picture. */
  body?: z.ZodType;
  example: { headers: Record<string, string>; payload?: Record<string, unknown> };
}

/** Every topic; the compiler asks for a new one here. */
export const DESCRIBED_MESSAGES: Readonly<Record<keyof typeof TOPICS, DescribedMessage>> = {
  frameCaptured: {
    from: 'cameras',
    title: 'Frame captured',
    summary:
      'A camera took a picture. The value is the picture itself: JPEG, PNG or WebP, at most 8 MB. `ce_time` is the time at which it was taken, by the camera’s clock.',
    key: 'Camera id',
    headers: frameCapturedHeaders,
    example: EXAMPLES.frameCaptured,
  },
  cameraHealthChanged: {
    from: 'platform',
    title: 'Camera health changed',
    summary:
      'A camera became unusable in some way, or usable again. While it has a fault, nothing opens or closes on its slots.',
    key: 'Camera id',
    headers: cloudEventHeaders,
    body: cameraHealthChanged,
    example: EXAMPLES.cameraHealthChanged,
  },
  slotStateChanged: {
    from: 'platform',
    title: 'Slot state changed',
    summary: 'The platform changed its mind about a place on a shelf.',
    key: 'Slot id',
    headers: cloudEventHeaders,
    body: slotStateChanged,
    example: EXAMPLES.slotStateChanged,
  },
  stockEventChanged: {
    from: 'platform',
    title: 'Stock event changed',
    summary:
      'An out-of-stock, low-stock or misplaced event was opened, updated, closed or retracted. A retraction corrects what was said before.',
    key: 'Slot id',
    headers: cloudEventHeaders,
    body: stockEventChanged,
    example: EXAMPLES.stockEventChanged,
  },
  reorderRequested: {
    from: 'platform',
    title: 'Reorder requested',
    summary:
      'The platform proposes to order goods. Deduplicate by `idempotencyKey`; answer over HTTP with `POST /v1/reorders/{reorderId}/transitions`.',
    key: 'Store id and GTIN, with a slash between',
    headers: cloudEventHeaders,
    body: reorderRequested,
    example: EXAMPLES.reorderRequested,
  },
  reorderChanged: {
    from: 'platform',
    title: 'Reorder changed',
    summary: 'A reorder went one step further in its life cycle.',
    key: 'Store id and GTIN, with a slash between',
    headers: cloudEventHeaders,
    body: reorderChanged,
    example: EXAMPLES.reorderChanged,
  },
};
