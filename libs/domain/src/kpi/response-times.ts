import type { KpiDefinition } from './kpi-figure.js';
import { percentile } from './percentile.js';

const timeKpi = (id: string, name: string, formula: string): KpiDefinition => ({
  id,
  name,
  formula: `${formula}; median and 90th percentile (nearest rank)`,
  unit: 'milliseconds',
  higherIsBetter: false,
  source: 'mean time to detect, acknowledge and repair, as for any incident (ITIL)',
});

export const TIME_TO_DETECT = timeKpi('timeToDetect', 'Time to detect', 'time the event opened − time it began');
export const TIME_TO_ACKNOWLEDGE = timeKpi(
  'timeToAcknowledge',
  'Time to acknowledge',
  'time of the first answer of a person − time the event opened',
);
export const TIME_TO_RESTOCK = timeKpi(
  'timeToRestock',
  'Time to restock',
  'time the event closed − time it opened; events still open have none',
);

/** The moments of one event, milliseconds since 1970; null = not yet. */
export interface EventMoments {
  /** When the condition began. */
  since: number;
  openedAt: number;
  acknowledgedAt: number | null;
  closedAt: number | null;
}

/** A distribution of times, milliseconds; `p50` and `p90` are null without any. */
export interface Durations {
  count: number;
  p50: number | null;
  p90: number | null;
}

export interface ResponseTimes {
  detect: Durations;
  acknowledge: Durations;
  restock: Durations;
}

/**
 * How long things take. Events that nobody acknowledged or that are still open are left out of that figure; their
 * number shows in `count`.
 */
export function responseTimes(events: readonly EventMoments[]): ResponseTimes {
  return {
    detect: durations(events.map(({ since, openedAt }) => openedAt - since)),
    acknowledge: durations(
      events.flatMap(({ openedAt, acknowledgedAt }) => (acknowledgedAt === null ? [] : [acknowledgedAt - openedAt])),
    ),
    restock: durations(events.flatMap(({ openedAt, closedAt }) => (closedAt === null ? [] : [closedAt - openedAt]))),
  };
}

/** A clock that runs ahead must not give negative times. */
function durations(values: readonly number[]): Durations {
  const times = values.map((value) => Math.max(0, value));
  return { count: times.length, p50: percentile(times, 0.5), p90: percentile(times, 0.9) };
}
