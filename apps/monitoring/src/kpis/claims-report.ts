import type { ClaimsReport, ClaimVerdict } from '@shelfwatch/contracts';
import {
  accuracyFormula,
  ALERT_PRECISION,
  alertPrecision,
  type CountOnRecord,
  COVERAGE,
  coverage,
  DEFAULT_TOLERANCE,
  differenceInDifferences,
  EXACT_MATCH,
  figureOf,
  hoursOf,
  INCIDENT_RATE,
  INCIDENT_SCALE,
  incidentRate,
  INVENTORY_ACCURACY,
  INVENTORY_EXACT,
  inventoryAccuracy,
  isObserved,
  type KpiDefinition,
  type KpiFigure,
  onShelfAvailabilityByTime,
  OSA_BY_TIME,
  type StoreBeforeAfter,
  toleranceText,
} from '@shelfwatch/domain';
import { accuracyVerdict, ENOUGH_COVERAGE, type Evidence, reductionVerdict, riseVerdict } from './claim-verdict.js';
import type { KpiFacts } from './kpi-facts.js';
import { rateBody, shareBody } from './kpi-report.js';

/** What claims are read from: the facts of a period, and the counts by people in it. */
export interface ClaimFacts extends KpiFacts {
  counts: readonly CountOnRecord[];
}

/** The same store in the period before and in the one after. */
export interface StorePeriods {
  storeId: string;
  before: ClaimFacts;
  after: ClaimFacts;
}

interface Claimed {
  definition: KpiDefinition;
  scale: number;
  of: (facts: ClaimFacts) => KpiFigure;
  /** Undefined for what is no claim. */
  verdict?: (evidence: Evidence) => ClaimVerdict;
  /** Whether it rests on what cameras saw. */
  isSeen: boolean;
  /** Which estimate it is judged by. */
  by: 'difference' | 'reduction';
  body: (figure: KpiFigure) => ClaimsReport['claims'][number]['before'];
}

/** Hours of one slot depend on each other: a share of hours has no exact interval. */
const withoutInterval: Claimed['body'] = (figure) => ({ ...figure, low: null, high: null });

const CLAIMED: readonly Claimed[] = [
  {
    ...{ definition: INCIDENT_RATE, scale: INCIDENT_SCALE, of: incidentsOf, body: rateBody },
    ...{ verdict: reductionVerdict, isSeen: true, by: 'reduction' },
  },
  {
    definition: {
      ...INVENTORY_ACCURACY,
      name: `${INVENTORY_ACCURACY.name} (within ${toleranceText(DEFAULT_TOLERANCE)})`,
      formula: accuracyFormula(DEFAULT_TOLERANCE),
    },
    of: ({ counts }) => inventoryAccuracy(counts, DEFAULT_TOLERANCE),
    ...{ scale: 1, body: shareBody, verdict: accuracyVerdict, isSeen: false, by: 'difference' },
  },
  {
    definition: INVENTORY_EXACT,
    of: ({ counts }) => inventoryAccuracy(counts, EXACT_MATCH),
    ...{ scale: 1, body: shareBody, verdict: riseVerdict, isSeen: false, by: 'difference' },
  },
  {
    definition: OSA_BY_TIME,
    scale: 1,
    of: ({ intervals }) => onShelfAvailabilityByTime(intervals),
    ...{ body: withoutInterval, verdict: riseVerdict, isSeen: true, by: 'difference' },
  },
  {
    ...{ definition: ALERT_PRECISION, scale: 1, of: precisionOf, body: shareBody },
    ...{ verdict: riseVerdict, isSeen: true, by: 'difference' },
  },
  {
    definition: COVERAGE,
    scale: 1,
    of: ({ intervals }) => coverage(intervals, hoursOf(intervals)),
    ...{ body: withoutInterval, isSeen: true, by: 'difference' },
  },
];

const METHOD =
  'Difference in differences; 95 % intervals by bootstrap over stores (2,000 resamples, seeded). Rates carry exact Poisson intervals, shares of events Wilson intervals.';

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
    notMeasured: [],
  };
}

function claimOf(
  { definition, scale, of, body, verdict, isSeen, by }: Claimed,
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
  const estimates = differenceInDifferences(units(stores), units(controlStores), { seed });
  const hasControl = controlStores.length > 0;
  const [before, after] = [body(pooled(stores, 'before')), body(pooled(stores, 'after'))];
  return {
    definition: { ...definition },
    verdict:
      verdict?.({
        ...{ before, after, estimate: estimates[by] },
        hasTwoStoresPerArm: hasTwoStoresPerArm(stores, controlStores),
        leastCoverage: isSeen ? leastCoverage(stores, controlStores) : undefined,
      }) ?? null,
    ...{ before, after },
    controlBefore: hasControl ? body(pooled(controlStores, 'before')) : null,
    controlAfter: hasControl ? body(pooled(controlStores, 'after')) : null,
    difference: estimates.difference ?? null,
    reduction: estimates.reduction ?? null,
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

const hasTwoStoresPerArm = (stores: readonly StorePeriods[], controlStores: readonly StorePeriods[]): boolean =>
  stores.length >= 2 && controlStores.length !== 1;

/** Of the arm and period that was watched least, 0..1. */
function leastCoverage(stores: readonly StorePeriods[], controlStores: readonly StorePeriods[]): number {
  const seen = (some: readonly StorePeriods[], when: 'before' | 'after'): number => {
    const intervals = some.flatMap((store) => store[when].intervals);
    return coverage(intervals, hoursOf(intervals)).value ?? 0;
  };
  const arms = [stores, controlStores].filter(({ length }) => length > 0);
  return Math.min(...arms.flatMap((arm) => [seen(arm, 'before'), seen(arm, 'after')]));
}

function caveatsOf(stores: readonly StorePeriods[], controlStores: readonly StorePeriods[]): string[] {
  return [
    ...(hasTwoStoresPerArm(stores, controlStores)
      ? []
      : [
          'With fewer than two stores in an arm there is no interval for the difference: nothing tells chance from change.',
        ]),
    ...(controlStores.length === 0
      ? ['Without control stores, whatever else changed at the same time counts as an effect.']
      : []),
    ...(leastCoverage(stores, controlStores) < ENOUGH_COVERAGE
      ? ['Less than half of the slot-hours were observed in some period.']
      : []),
    'Stores are taken to have moved alike but for the change.',
    'Accuracy rests on the records that people counted. Where the doubtful ones are counted first, it looks lower than that of all records; counts are taken as independent of each other.',
  ];
}
