import type { SlotStatus } from '../shelf/slot-state.js';
import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';
import { hoursOf, isAvailable, isObserved, type SlotInterval } from './slot-interval.js';

export const OSA_BY_COUNT: KpiDefinition = {
  id: 'osaByCount',
  name: 'On-shelf availability (count)',
  formula: 'slots that show their product ÷ slots observed, at one moment',
  unit: 'share',
  higherIsBetter: true,
  source: 'APQC process measures; ECR Europe, Optimal Shelf Availability (2003)',
};

export const OSA_BY_TIME: KpiDefinition = {
  id: 'osaByTime',
  name: 'On-shelf availability (time)',
  formula: 'slot-hours in which the product was on the shelf ÷ slot-hours observed, while the store is open',
  unit: 'share',
  higherIsBetter: true,
  source: 'hours available ÷ hours open, over observed time only; publish coverage next to it',
};

/** `unknown` slots count in neither: a blind camera is neither full nor empty. Unit: share, 0..1. */
export function onShelfAvailabilityByCount(statuses: readonly SlotStatus[]): KpiFigure {
  return figureOf(statuses.filter(isAvailable).length, statuses.filter(isObserved).length);
}

/** Hours in view; unobserved time leaves the denominator. Unit: share, 0..1; numerator and denominator in slot-hours. */
export function onShelfAvailabilityByTime(intervals: readonly SlotInterval[]): KpiFigure {
  return figureOf(
    hoursOf(intervals.filter(({ status }) => isAvailable(status))),
    hoursOf(intervals.filter(({ status }) => isObserved(status))),
  );
}
