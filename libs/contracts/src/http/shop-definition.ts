import { z } from 'zod';
import { glnText, gtinText } from '../gtin-text.js';

const fraction = z.number().min(0).max(1);
const point = z.object({ x: fraction, y: fraction });

const openingTime = z.strictObject({
  /** 1 = Monday … 7 = Sunday. */
  weekday: z.number().int().min(1).max(7),
  opensAt: z.string(),
  /** Later on the same day; `24:00` is its end. */
  closesAt: z.string(),
});

export const storeBody = z.object({
  storeId: z.string().min(1),
  name: z.string().min(1),
  gln: glnText.optional(),
  timeZone: z.string().default('UTC'),
  /** Every week, local time. While the store is closed gaps are expected; left out = never closed. */
  openingHours: z.array(openingTime).max(50).optional(),
});

export const supplierBody = z.object({
  supplierId: z.string().min(1),
  name: z.string().min(1),
  leadTimeDays: z.number().positive(),
  leadTimeStdDays: z.number().min(0).default(0),
  minimumOrderCases: z.number().int().min(1).default(1),
});

export const productBody = z.object({
  gtin: gtinText,
  name: z.string().min(1),
  brand: z.string().default(''),
  category: z.string().min(1),
  priceCents: z.number().int().min(0),
  casePack: z.number().int().min(1),
  supplierId: z.string(),
  /** JPEG, PNG or WebP of the package, base64; shown on the dashboard. */
  pictureBase64: z.string().optional(),
});

export const slotBody = z.object({
  slotId: z.string().min(1),
  fixtureId: z.string().min(1),
  shelf: z.number().int().min(1),
  position: z.number().int().min(1),
  gtin: gtinText,
  facings: z.number().int().min(1).max(50),
  capacity: z.number().int().min(1),
  /** Defaults to half of the facings, rounded down. */
  lowFacings: z.number().int().min(0).optional(),
});

export const fixtureBody = z.object({
  fixtureId: z.string().min(1),
  name: z.string().min(1),
  aisle: z.string().default(''),
});

/** A camera and, when it is calibrated, where each facing lies in its pictures. */
export const cameraBody = z.object({
  cameraId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  name: z.string().min(1),
  view: z
    .object({
      width: z.number().int().min(64),
      height: z.number().int().min(64),
      regions: z.array(
        z.object({
          slotId: z.string(),
          /** From the left, 0-based. */
          facing: z.number().int().min(0),
          /** Top left, top right, bottom right, bottom left; fractions of width and height. */
          quad: z.tuple([point, point, point, point]),
        }),
      ),
    })
    .optional(),
});

/** Book stock of one product in one store, and how it sells. Missing figures degrade reorders to advice. */
export const stockFigureBody = z.object({
  gtin: gtinText,
  backroom: z.number().int().min(0),
  shelf: z.number().int().min(0),
  reserved: z.number().int().min(0).default(0),
  onOrder: z.number().int().min(0).default(0),
  onOrderExpectedAt: z.iso.datetime().nullable().default(null),
  /** Items a day. */
  dailySales: z.number().min(0).nullable().default(null),
  dailySalesStd: z.number().min(0).nullable().default(null),
});

/** `PUT /v1/shops/{storeId}`: everything that the platform must know about a shop. Sent again, it replaces what stood there; history stays. */
export const shopDefinition = z.object({
  store: storeBody,
  suppliers: z.array(supplierBody),
  products: z.array(productBody),
  fixtures: z.array(fixtureBody),
  slots: z.array(slotBody),
  cameras: z.array(cameraBody),
  stock: z.array(stockFigureBody),
});
export type ShopDefinition = z.infer<typeof shopDefinition>;
/** As written in a file: defaults may be left out. */
export type ShopDefinitionInput = z.input<typeof shopDefinition>;
