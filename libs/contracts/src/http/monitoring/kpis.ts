import { CAUSES, KPI_GROUPINGS } from '@shelfwatch/domain';
import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });

const DAY_MS = 86_400_000;
/** Events and faults of a year can still be added up while somebody waits. */
const LONGEST_DAYS = 366;

const isPeriod = ({ from, to }: { from: string; to: string }): boolean => {
  const length = Date.parse(to) - Date.parse(from);
  return length > 0 && length <= LONGEST_DAYS * DAY_MS;
};

/** `GET /v1/kpis`: a period, of one store or of all. */
export const kpiQuery = z
  .object({ storeId: z.string().optional(), from: moment, to: moment, groupBy: z.enum(KPI_GROUPINGS).default('store') })
  .refine(isPeriod, { error: `\`to\` must lie after \`from\`, by at most ${LONGEST_DAYS} days`, path: ['to'] });
export type KpiQuery = z.infer<typeof kpiQuery>;

export const kpiDefinitionBody = z.object({
  id: z.string(),
  name: z.string(),
  formula: z.string(),
  unit: z.string(),
  higherIsBetter: z.boolean().nullable(),
  source: z.string(),
});

/** A figure with what it was divided from. `value` null: nothing was measured. `low`, `high`: 95 % interval, where there is an exact one. */
export const kpiFigureBody = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type KpiFigureBody = z.infer<typeof kpiFigureBody>;

/** Milliseconds. */
export const durationsBody = z.object({
  count: z.number().int(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});

export const kpiGroup = z.object({
  /** For instance the category; of hours "0" to "23", on the store's clock. */
  group: z.string(),
  slots: z.number().int(),
  osaByTime: kpiFigureBody,
  coverage: kpiFigureBody,
  incidentRate: kpiFigureBody,
  timeToDetect: durationsBody,
  timeToAcknowledge: durationsBody,
  timeToRestock: durationsBody,
  alertPrecision: kpiFigureBody,
  phantomRate: kpiFigureBody,
  rootCauses: z.record(z.enum(CAUSES), kpiFigureBody),
  /** Expected, cents; and events without a known sales rate, which add nothing. */
  lostSales: z.object({ cents: z.number(), gapsWithoutRate: z.number().int() }),
});
export type KpiGroup = z.infer<typeof kpiGroup>;

export const kpiReport = z.object({
  from: moment,
  to: moment,
  groupBy: z.enum(KPI_GROUPINGS),
  /** All groups together. */
  total: kpiGroup,
  groups: z.array(kpiGroup),
  definitions: z.array(kpiDefinitionBody),
  /** KPIs that cannot be told from what the platform knows, and why. */
  notMeasured: z.array(z.object({ id: z.string(), because: z.string() })),
});
export type KpiReport = z.infer<typeof kpiReport>;

/** `GET /v1/claims`: as many days before and after a moment; stores with the change and, if there are, without. */
export const claimsQuery = z.object({
  /** Store ids, separated by commas. */
  stores: z.string().min(1),
  controlStores: z.string().default(''),
  changedAt: moment,
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(LONGEST_DAYS / 2),
  /** Of the bootstrap: the same seed gives the same intervals. */
  seed: z.coerce.number().int().min(0).default(1),
});
export type ClaimsQuery = z.infer<typeof claimsQuery>;

/** Reads a list of store ids as a query carries it. */
export const readStoreIds = (list: string): string[] => [
  ...new Set(
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

const estimateBody = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

/** Whether the data show what is claimed, and why. */
export const claimVerdict = z.object({
  /** What is claimed, for instance "at least 35 % fewer". */
  claim: z.string(),
  outcome: z.enum(['shown', 'not-shown', 'too-few-data']),
  /** Half a sentence that follows "because". */
  because: z.string(),
});
export type ClaimVerdict = z.infer<typeof claimVerdict>;

export const claimBody = z.object({
  definition: kpiDefinitionBody,
  /** Null for a figure that only tells how much was seen. */
  verdict: claimVerdict.nullable(),
  before: kpiFigureBody,
  after: kpiFigureBody,
  controlBefore: kpiFigureBody.nullable(),
  controlAfter: kpiFigureBody.nullable(),
  /** (after − before), less the same of the control stores; null with fewer than two stores in an arm. */
  difference: estimateBody,
  /** 1 − after ÷ before, over the same of the control stores: 0.35 = 35 % less. Null as above. */
  reduction: estimateBody,
});

export const claimsReport = z.object({
  stores: z.array(z.string()),
  controlStores: z.array(z.string()),
  beforeFrom: moment,
  changedAt: moment,
  afterTo: moment,
  claims: z.array(claimBody),
  method: z.string(),
  /** Why an interval is missing, or what weakens the comparison. */
  caveats: z.array(z.string()),
  notMeasured: z.array(z.object({ id: z.string(), because: z.string() })),
});
export type ClaimsReport = z.infer<typeof claimsReport>;
