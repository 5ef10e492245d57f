import type { Remedy } from '../decision/decision.js';
import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const ROOT_CAUSES: KpiDefinition = {
  id: 'rootCauses',
  name: 'Root causes',
  formula: 'out-of-stock events with the cause ÷ out-of-stock events',
  unit: 'share',
  higherIsBetter: null,
  source: 'Gruen, Corsten & Bharadwaj (2002): ordering and forecasting, shelf, upstream; phantom stock kept apart',
};

export const CAUSES = [
  'phantom',
  'in-store-not-on-shelf',
  'not-ordered',
  'not-delivered',
  'expected',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * The cause that a decision tells of.
 *
 * @param remedy of the last decision about the event; null without one
 * @param backroomFound the answer of someone who looked
 */
export function causeOf(remedy: Remedy | null, backroomFound: boolean | null): Cause {
  if (backroomFound === false || remedy === 'COUNT_REQUEST') return 'phantom';
  if (backroomFound === true || remedy === 'RESTOCK_FROM_BACKROOM') return 'in-store-not-on-shelf';
  if (remedy === 'REORDER') return 'not-ordered';
  if (remedy === 'ON_ORDER') return 'not-delivered';
  if (remedy === 'EXPECTED_GAP') return 'expected';
  return 'unknown';
}

/** Share of each cause, 0..1; all causes are named, those that never occurred with 0. */
export const rootCauses = (causes: readonly Cause[]): Record<Cause, KpiFigure> =>
  Object.fromEntries(
    CAUSES.map((cause) => [cause, figureOf(causes.filter((one) => one === cause).length, causes.length)]),
  ) as Record<Cause, KpiFigure>;
