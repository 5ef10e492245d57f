import { STOCK_EVENT_KINDS } from '@shelfwatch/domain';
import { z } from 'zod';
import { policyChoices } from './inventory.js';
import { place, productSummary } from './place.js';

const moment = z.iso.datetime({ offset: true });
const share = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0).max(86_400_000);

/** Settings of the filter that turns readings into the state of a slot; see `FilterSettings` of `libs/domain`. What is left out stays as it is live. */
export const replayFilter = z.strictObject({
  gain: share.optional(),
  independentAfterMs: milliseconds.min(1).optional(),
  acceptAt: share.optional(),
  acceptForeignAt: share.optional(),
  holdMs: milliseconds.optional(),
  forgetBelow: share.optional(),
  contestedAbove: share.optional(),
  settleFrames: z.number().int().min(0).max(1_000).optional(),
  hiddenAbove: share.optional(),
  foreignOdds: share.optional(),
  surpriseWeight: share.optional(),
  unknownAfterMs: milliseconds.min(1).optional(),
});

/** What would be different. */
export const replayWhatIf = z.strictObject({
  filter: replayFilter.default({}),
  /** A slot is low when at most this share of its facings, rounded down and less than all, still shows the product. */
  lowShare: share.optional(),
  /** Laid over the policy of every product. */
  replenishment: policyChoices.default({}),
  /** `none` leaves out the recorded windows during which gaps are expected. */
  suppressions: z.enum(['as-recorded', 'none']).default('as-recorded'),
  /** Windows besides, for the whole store. */
  moreSuppressions: z
    .array(
      z
        .strictObject({ startsAt: moment, endsAt: moment, reason: z.string().min(1).max(200) })
        .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
          ...{ error: '`endsAt` must lie after `startsAt`', path: ['endsAt'] },
        }),
    )
    .max(100)
    .default([]),
});

/** `POST /v1/stores/{storeId}/replays` */
export const replayRequest = z
  .strictObject({ from: moment, to: moment, whatIf: replayWhatIf.default(replayWhatIf.parse({})) })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { error: '`to` must lie after `from`', path: ['to'] });
export type ReplayRequest = z.output<typeof replayRequest>;

const counts = z.record(z.string(), z.number().int());

/** What the rules make of a period. */
export const replayOutcome = z.object({
  /** Events opened in the period, by kind. */
  events: counts,
  /** The remedy that each was given when it opened, by name. */
  decisions: counts,
  orders: z.object({ count: z.number().int(), items: z.number().int(), valueCents: z.number().int() }),
});
export type ReplayOutcome = z.infer<typeof replayOutcome>;

export const replayDifference = z.object({
  /** `appears`: only with what would be different; `disappears`: only as it is; `decided-otherwise`: in both, with another remedy. */
  change: z.enum(['appears', 'disappears', 'decided-otherwise']),
  slotId: z.string(),
  /** Where it is, and the camera that saw it. */
  place,
  product: productSummary,
  kind: z.enum(STOCK_EVENT_KINDS),
  since: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Remedies with and without what would be different; null where there is no such event. */
  remedy: z.object({ asIs: z.string().nullable(), whatIf: z.string().nullable() }),
});

export const replayReport = z.object({
  storeId: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  observations: z.number().int(),
  /** Versions of the models whose scores these are. */
  modelVersions: z.array(z.string()),
  /** Replayed with the settings of today, and with those asked for. */
  asIs: replayOutcome,
  whatIf: replayOutcome,
  /** How far the replay with the settings of today agrees with what was recorded live. */
  recorded: z.object({
    events: z.number().int(),
    alsoReplayed: z.number().int(),
    onlyRecorded: z.number().int(),
    onlyReplayed: z.number().int(),
  }),
  /** Earliest first, at most 500. */
  differences: z.array(replayDifference),
  differencesInAll: z.number().int(),
  /** What a replay cannot know, in sentences. */
  limits: z.array(z.string()),
});
export type ReplayReport = z.infer<typeof replayReport>;
