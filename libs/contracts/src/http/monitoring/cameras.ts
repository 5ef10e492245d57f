import { CAMERA_FAULTS, SLOT_STATUSES } from '@shelfwatch/domain';
import { z } from 'zod';
import { productSummary } from './place.js';

const fault = z.object({ fault: z.enum(CAMERA_FAULTS), since: z.iso.datetime(), recommendedAction: z.string() });

export const cameraQuery = z.object({ storeId: z.string().optional() });

/** One entry of `GET /v1/cameras?storeId`. */
export const cameraSummary = z.object({
  cameraId: z.string(),
  storeId: z.string(),
  name: z.string(),
  /** False: no view, so that its pictures say nothing about any slot. */
  calibrated: z.boolean(),
  lastFrameAt: z.iso.datetime().nullable(),
  /** Seconds since the newest picture was taken. */
  lastFrameAgeSeconds: z.number().nullable(),
  /** What is wrong with its pictures now; not empty = blind. */
  faults: z.array(fault),
  /** Slots by state. */
  slots: z.record(z.enum(SLOT_STATUSES), z.number().int()),
});
export type CameraSummary = z.infer<typeof cameraSummary>;
export const cameraList = z.object({ cameras: z.array(cameraSummary) });
export type CameraList = z.infer<typeof cameraList>;

const point = z.object({ x: z.number(), y: z.number() });

export const shelfSlot = z.object({
  slotId: z.string(),
  product: productSummary,
  shelf: z.number().int(),
  position: z.number().int(),
  facings: z.number().int(),
  visibleFacings: z.number().int(),
  status: z.enum(SLOT_STATUSES),
  since: z.iso.datetime().nullable(),
  confidence: z.number().nullable(),
  /** What stands there instead, for `misplaced`. */
  foreignProduct: productSummary.nullable(),
  eventId: z.string().nullable(),
  /** One for each facing: top left, top right, bottom right, bottom left; fractions of width and height. */
  quads: z.array(z.tuple([point, point, point, point])),
});
export type ShelfSlot = z.infer<typeof shelfSlot>;

/** `GET /v1/cameras/{cameraId}/shelf`: the last picture and what the platform makes of it. */
export const cameraShelf = z.object({
  camera: cameraSummary,
  picture: z
    .object({
      url: z.string(),
      capturedAt: z.iso.datetime(),
      ageSeconds: z.number(),
      width: z.number().int(),
      height: z.number().int(),
    })
    .nullable(),
  slots: z.array(shelfSlot),
});
export type CameraShelf = z.infer<typeof cameraShelf>;
