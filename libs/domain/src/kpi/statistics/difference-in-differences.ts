import { type BootstrapSettings, bootstrapInterval } from './bootstrap-interval.js';
import type { Estimate } from './interval.js';

/** A KPI of one store before and after, as it adds up. */
export interface StoreBeforeAfter {
  before: { numerator: number; denominator: number };
  after: { numerator: number; denominator: number };
}

export interface Comparison {
  treatedBefore: number | null;
  treatedAfter: number | null;
  controlBefore: number | null;
  controlAfter: number | null;
  /** (treated after − before) − (control after − before); undefined when a side has no data. */
  difference: Estimate | undefined;
  /** 1 − (treated after ÷ before) ÷ (control after ÷ before): 0.35 = 35 % less than without; undefined when a side is 0 or without data. */
  reduction: Estimate | undefined;
}

/**
 * Before and after in stores with and without the change (difference in differences, as in Card & Krueger, American
 * Economic Review 84, 1994). The difference is for shares, the reduction, its form for ratios, for rates. Assumes that
 * all stores would have moved alike. Intervals: bootstrap over stores; with fewer than two stores in an arm they
 * shrink to nothing, so that `difference` and `reduction` are then undefined. Without control stores it is a plain
 * comparison of before and after.
 */
export function differenceInDifferences(
  treated: readonly StoreBeforeAfter[],
  control: readonly StoreBeforeAfter[],
  settings: BootstrapSettings,
): Comparison {
  const arms = control.length === 0 ? [treated] : [treated, control];
  const isEnough = arms.every(({ length }) => length >= 2);
  const estimate = (of: (arms: readonly (readonly StoreBeforeAfter[])[]) => number): Estimate | undefined =>
    isEnough ? bootstrapInterval(arms, of, settings) : undefined;
  return {
    treatedBefore: finite(pooled(treated, 'before')),
    treatedAfter: finite(pooled(treated, 'after')),
    controlBefore: finite(pooled(control, 'before')),
    controlAfter: finite(pooled(control, 'after')),
    difference: estimate(difference),
    reduction: estimate(reduction),
  };
}

function difference([treated = [], control = []]: readonly (readonly StoreBeforeAfter[])[]): number {
  const moved = pooled(treated, 'after') - pooled(treated, 'before');
  return control.length === 0 ? moved : moved - (pooled(control, 'after') - pooled(control, 'before'));
}

function reduction([treated = [], control = []]: readonly (readonly StoreBeforeAfter[])[]): number {
  const ratio = pooled(treated, 'after') / pooled(treated, 'before');
  const usual = control.length === 0 ? 1 : pooled(control, 'after') / pooled(control, 'before');
  return 1 - ratio / usual;
}

/** Sums divided: a store counts by its size. */
function pooled(stores: readonly StoreBeforeAfter[], when: 'before' | 'after'): number {
  const sum = (part: 'numerator' | 'denominator'): number =>
    stores.reduce((total, store) => total + store[when][part], 0);
  return sum('numerator') / sum('denominator');
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
