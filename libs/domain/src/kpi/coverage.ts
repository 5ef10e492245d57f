import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';
import { hoursOf, isObserved, type SlotInterval } from './slot-interval.js';

export const COVERAGE: KpiDefinition = {
  id: 'coverage',
  name: 'Coverage',
  formula: 'slot-hours observed ÷ (slots × hours open)',
  unit: 'share',
  higherIsBetter: true,
  source: 'this project: what the other figures can speak for',
};

/**
 * Share of the time to watch that was watched. Time without any interval counts as unobserved. Unit: share, 0..1.
 *
 * @param slotHoursToWatch slots × hours of the period in which they should be watched
 */
export const coverage = (intervals: readonly SlotInterval[], slotHoursToWatch: number): KpiFigure =>
  figureOf(hoursOf(intervals.filter(({ status }) => isObserved(status))), slotHoursToWatch);
