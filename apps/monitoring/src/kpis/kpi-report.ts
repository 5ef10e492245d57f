import type { KpiFigureBody, KpiGroup, KpiReport } from '@shelfwatch/contracts';
import {
  alertPrecision,
  coverage,
  groupBy,
  hourInZone,
  hoursOf,
  incidentRate,
  INCIDENT_SCALE,
  isObserved,
  KPI_DEFINITIONS,
  type KpiFigure,
  type KpiGrouping,
  lostSales,
  onShelfAvailabilityByTime,
  phantomRate,
  poissonRateInterval,
  responseTimes,
  rootCauses,
  type SlotInterval,
  splitByHour,
  wilsonInterval,
} from '@shelfwatch/domain';
import type { KpiEvent, KpiFacts, KpiSlot } from './kpi-facts.js';

const COUNTS_ELSEWHERE =
  'counts are few in a short period: the claims report (GET /v1/claims) tells it before and after';

/** The figures of these KPIs are not in an answer: what they need is not recorded yet, or they belong to a moment. */
export const NOT_MEASURED: KpiReport['notMeasured'] = [
  { id: 'inventoryAccuracy', because: COUNTS_ELSEWHERE },
  { id: 'inventoryExact', because: COUNTS_ELSEWHERE },
  { id: 'osaByCount', because: 'it belongs to a moment and not to a period: GET /v1/summary tells that of now' },
  { id: 'planogramCompliance', because: 'facings seen are kept for the present only' },
  { id: 'shareOfShelf', because: 'facings seen are kept for the present only' },
];

/** The figures of stores over a period, together and by group. */
export function kpiReport(
  stores: readonly KpiFacts[],
  { from, to }: { from: Date; to: Date },
  grouping: KpiGrouping,
): KpiReport {
  const unmeasured = new Set(NOT_MEASURED.map(({ id }) => id));
  const parts = stores.flatMap((facts) => partsOf(facts, grouping));
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    groupBy: grouping,
    total: kpisOf('all', parts),
    groups: [...groupBy(parts, ({ group }) => group)].map(([group, some]) => kpisOf(group, some)).sort(byGroup),
    definitions: KPI_DEFINITIONS.filter(({ id }) => !unmeasured.has(id)).map((definition) => ({ ...definition })),
    notMeasured: NOT_MEASURED,
  };
}

/** The part of a slot's facts that belongs to one group. */
interface Part {
  group: string;
  slot: KpiSlot;
  hoursToWatch: number;
  intervals: readonly SlotInterval[];
  /** That began in the period. */
  events: readonly KpiEvent[];
  /** What an hour without the product costs, cents; null when unknown. */
  lostCentsPerHour: number | null;
}

function partsOf({ from, to, slots, intervals, events }: KpiFacts, grouping: KpiGrouping): Part[] {
  const intervalsOf = groupBy(intervals, ({ slotId }) => slotId);
  const began = events.filter(({ openedAt }) => openedAt >= from && openedAt < to);
  const eventsOf = groupBy(began, ({ slotId }) => slotId);
  // Of all that overlap the period: a gap may have begun before it.
  const empty = events.filter(({ kind, status }) => kind === 'out-of-stock' && status !== 'retracted');
  const rateOf = new Map(empty.map(({ slotId, lostCentsPerHour }) => [slotId, lostCentsPerHour]));
  return slots.flatMap((slot): Part[] => {
    const own = intervalsOf.get(slot.slotId) ?? [];
    const ownEvents = eventsOf.get(slot.slotId) ?? [];
    const lostCentsPerHour = rateOf.get(slot.slotId) ?? null;
    if (grouping !== 'hour') {
      return [
        {
          group: slot[grouping],
          slot,
          hoursToWatch: hoursOf(own),
          intervals: own,
          events: ownEvents,
          lostCentsPerHour,
        },
      ];
    }
    const eventsByHour = groupBy(ownEvents, ({ openedAt }) => hourInZone(openedAt, slot.timeZone));
    return [...groupBy(splitByHour(own, slot.timeZone), ({ hour }) => hour)].map(([hour, some]) => ({
      ...{ group: String(hour), slot, hoursToWatch: hoursOf(some), intervals: some },
      events: eventsByHour.get(hour) ?? [],
      lostCentsPerHour,
    }));
  });
}

function kpisOf(group: string, parts: readonly Part[]): KpiGroup {
  const intervals = parts.flatMap((part) => part.intervals);
  const events = parts.flatMap((part) => part.events);
  const held = events.filter(({ status }) => status !== 'retracted');
  const outOfStock = held.filter(({ kind }) => kind === 'out-of-stock');
  const observedHours = hoursOf(intervals.filter(({ status }) => isObserved(status)));
  const times = responseTimes(held);
  const rejected = events.length - held.length;
  const closed = held.filter(({ status }) => status === 'closed').length;
  return {
    group,
    slots: new Set(parts.map(({ slot }) => slot.slotId)).size,
    osaByTime: bare(onShelfAvailabilityByTime(intervals)),
    coverage: bare(
      coverage(
        intervals,
        parts.reduce((sum, { hoursToWatch }) => sum + hoursToWatch, 0),
      ),
    ),
    incidentRate: rateBody(incidentRate(outOfStock.length, observedHours)),
    timeToDetect: times.detect,
    timeToAcknowledge: responseTimes(events).acknowledge,
    timeToRestock: times.restock,
    alertPrecision: shareBody(alertPrecision(closed, rejected)),
    phantomRate: shareBody(
      phantomRate(outOfStock.map(({ bookStock, backroomFound }) => ({ bookStock, found: backroomFound }))),
    ),
    rootCauses: Object.fromEntries(
      Object.entries(rootCauses(outOfStock.map(({ cause }) => cause))).map(([cause, figure]) => [
        cause,
        shareBody(figure),
      ]),
    ) as KpiGroup['rootCauses'],
    lostSales: lostSalesOf(parts),
  };
}

/** Each hour out of stock at the rate of the slot's own event; the rate is in cents already. */
function lostSalesOf(parts: readonly Part[]): KpiGroup['lostSales'] {
  return lostSales(
    parts.flatMap(({ intervals, lostCentsPerHour }) => {
      const hours = hoursOf(intervals.filter(({ status }) => status === 'empty'));
      return hours === 0 ? [] : [{ hours, salesPerHour: lostCentsPerHour, priceCents: 1 }];
    }),
  );
}

const bare = (figure: KpiFigure): KpiFigureBody => ({ ...figure, low: null, high: null });

export function shareBody(figure: KpiFigure): KpiFigureBody {
  const interval = wilsonInterval(figure.numerator, figure.denominator);
  return { ...figure, low: interval?.low ?? null, high: interval?.high ?? null };
}

export function rateBody(figure: KpiFigure): KpiFigureBody {
  const interval = poissonRateInterval(figure.numerator, figure.denominator / INCIDENT_SCALE);
  return { ...figure, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Hours by number, everything else by name. */
const byGroup = (a: KpiGroup, b: KpiGroup): number => a.group.localeCompare(b.group, 'en', { numeric: true });
