import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });

/** `POST /v1/stores/{storeId}/suppressions`: a time in which gaps are expected. */
export const newSuppression = z
  .strictObject({
    startsAt: moment,
    endsAt: moment,
    /** For whoever asks why nothing is to be done, for instance "planogram reset". */
    reason: z.string().trim().min(1).max(200),
    /** One fixture, or one slot; without both the whole store. */
    fixtureId: z.string().min(1).nullable().default(null),
    slotId: z.string().min(1).nullable().default(null),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
    path: ['endsAt'],
    message: 'must be later than startsAt',
  });
export type NewSuppression = z.output<typeof newSuppression>;

export const suppressionBody = z.object({
  windowId: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  reason: z.string(),
  fixtureId: z.string().nullable(),
  slotId: z.string().nullable(),
});
export type SuppressionBody = z.infer<typeof suppressionBody>;

/** `GET /v1/stores/{storeId}/suppressions`: those that hold at some time in the period, the first to begin first. */
export const suppressionQuery = z.object({
  /** Default: now. */
  from: moment.optional(),
  /** Default: a year later. */
  to: moment.optional(),
});
export type SuppressionQuery = z.output<typeof suppressionQuery>;
export const suppressionList = z.object({ windows: z.array(suppressionBody) });
export type SuppressionList = z.infer<typeof suppressionList>;
