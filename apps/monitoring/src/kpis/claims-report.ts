import type { ClaimsReport } from '@shelfwatch/contracts';
import {
  ALERT_PRECISION,
  alertPrecision,
  COVERAGE,
  coverage,
  differenceInDifferences,
  figureOf,
  hoursOf,
  INCIDENT_RATE,
  INCIDENT_SCALE,
  incidentRate,
  isObserved,
  type KpiDefinition,
  type KpiFigure,
  onShelfAvailabilityByTime,
  OSA_BY_TIME,
  type StoreBeforeAfter,
} from '@shelfwatch/domain';
import type { KpiFacts } from './kpi-facts.js';
import { NOT_MEASURED, rateBody, shareBody } from './kpi-report.js';

/** The same store in the period before and in the one after. */
export interface StorePeriods {
  storeId: string;
  before: KpiFacts;
  after: KpiFacts;
}

interface Claimed {
  definition: KpiDefinition;
  scale: number;
  of: (facts: KpiFacts) => KpiFigure;
  body: (figure: KpiFigure) => ClaimsReport['claims'][number]['before'];
}

/** Hours of one slot depend on each other: a share of hours has no exact interval. */
const withoutInterval: Claimed['body'] = (figure) => ({ ...figure, low: null, high: null });

const CLAIMED: readonly Claimed[] = [
  { definition: INCIDENT_RATE, scale: INCIDENT_SCALE, of: incidentsOf, body: rateBody },
  {
    definition: OSA_BY_TIME,
    scale: 1,
    of: ({ intervals }) => onShelfAvailabilityByTime(intervals),
    body: withoutInterval,
  },
  { definition: ALERT_PRECISION, scale: 1, of: precisionOf, body: shareBody },
  {
    definition: COVERAGE,
    scale: 1,
    of: ({ intervals }) => coverage(intervals, hoursOf(intervals)),
    body: withoutInterval,
  },
];

const METHOD =
  'Difference in differences; 95 % intervals by bootstrap over stores (2,000 resamples, seeded). Rates carry exact Poisson intervals, shares of events Wilson intervals.';

/** Below this, what was seen may not stand for what was not. */
const ENOUGH_COVERAGE = 0.5;

/** Before and after a change, in stores with it and in stores without. */
export function claimsReport(
  stores: readonly StorePeriods[],
  controlStores: readonly StorePeriods[],
  { beforeFrom, changedAt, afterTo }: { beforeFrom: Date; changedAt: Date; afterTo: Date },
  seed: number,
): ClaimsReport {
  return {
    stores: stores.map(({ storeId }) => storeId),
    controlStores: controlStores.map(({ storeId }) => storeId),
    ...{ beforeFrom: beforeFrom.toISOString(), changedAt: changedAt.toISOString(), afterTo: afterTo.toISOString() },
    claims: CLAIMED.map((claimed) => claimOf(claimed, stores, controlStores, seed)),
    method: METHOD,
    caveats: caveatsOf(stores, controlStores),
    notMeasured: NOT_MEASURED.filter(({ id }) => id.startsWith('inventory')),
  };
}

function claimOf(
  { definition, scale, of, body }: Claimed,
  stores: readonly StorePeriods[],
  controlStores: readonly StorePeriods[],
  seed: number,
): ClaimsReport['claims'][number] {
  const pooled = (some: readonly StorePeriods[], when: 'before' | 'after'): KpiFigure => {
    const figures = some.map((store) => of(store[when]));
    const sum = (part: 'numerator' | 'denominator'): number =>
      figures.reduce((total, figure) => total + figure[part], 0);
    return figureOf(sum('numerator'), sum('denominator'), scale);
  };
  // The scale belongs into the difference: both are told in the unit of the KPI.
  const units = (some: readonly StorePeriods[]): StoreBeforeAfter[] =>
    some.map(({ before, after }) => ({ before: scaled(of(before), scale), after: scaled(of(after), scale) }));
  const { difference, reduction } = differenceInDifferences(units(stores), units(controlStores), { seed });
  const hasControl = controlStores.length > 0;
  return {
    definition: { ...definition },
    before: body(pooled(stores, 'before')),
    after: body(pooled(stores, 'after')),
    controlBefore: hasControl ? body(pooled(controlStores, 'before')) : null,
    controlAfter: hasControl ? body(pooled(controlStores, 'after')) : null,
    difference: difference ?? null,
    reduction: reduction ?? null,
  };
}

const scaled = ({ numerator, denominator }: KpiFigure, scale: number): { numerator: number; denominator: number } => ({
  numerator: numerator * scale,
  denominator,
});

function incidentsOf({ from, to, events, intervals }: KpiFacts): KpiFigure {
  const incidents = events.filter(
    ({ kind, status, openedAt }) =>
      kind === 'out-of-stock' && status !== 'retracted' && openedAt >= from && openedAt < to,
  );
  return incidentRate(incidents.length, hoursOf(intervals.filter(({ status }) => isObserved(status))));
}

function precisionOf({ from, to, events }: KpiFacts): KpiFigure {
  const began = events.filter(({ openedAt }) => openedAt >= from && openedAt < to);
  const count = (status: 'closed' | 'retracted'): number => began.filter((event) => event.status === status).length;
  return alertPrecision(count('closed'), count('retracted'));
}

function caveatsOf(stores: readonly StorePeriods[], controlStores: readonly StorePeriods[]): string[] {
  const seen = (some: readonly StorePeriods[], when: 'before' | 'after'): number => {
    const intervals = some.flatMap((store) => store[when].intervals);
    return coverage(intervals, hoursOf(intervals)).value ?? 0;
  };
  const isThin = (['before', 'after'] as const).some((when) =>
    [stores, controlStores].some((arm) => arm.length > 0 && seen(arm, when) < ENOUGH_COVERAGE),
  );
  return [
    ...(stores.length < 2 || controlStores.length === 1
      ? [
          'With fewer than two stores in an arm there is no interval for the difference: nothing tells chance from change.',
        ]
      : []),
    ...(controlStores.length === 0
      ? ['Without control stores, whatever else changed at the same time counts as an effect.']
      : []),
    ...(isThin ? ['Less than half of the slot-hours were observed in some period.'] : []),
    'Stores are taken to have moved alike but for the change.',
  ];
}
