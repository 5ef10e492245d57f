import type { ClaimVerdict } from '@shelfwatch/contracts';
import { CONFIDENCE, type Estimate, zForServiceLevel } from '@shelfwatch/domain';

/** What is claimed of the platform: so many out-of-stock incidents less, and such an accuracy of the records. */
export const CLAIMED_REDUCTION = 0.35;
export const CLAIMED_ACCURACY = 0.98;

/** What a verdict rests on. */
export interface Evidence {
  before: { numerator: number; denominator: number; low: number | null; high: number | null };
  after: { numerator: number; denominator: number; low: number | null; high: number | null };
  /** Undefined where an arm has fewer than two stores, or a side no data. */
  estimate: Estimate | undefined;
  hasTwoStoresPerArm: boolean;
  /** Of the least watched period, 0..1; undefined for figures that do not rest on what cameras saw. */
  leastCoverage: number | undefined;
}

/** Below this, what was seen may not stand for what was not. */
export const ENOUGH_COVERAGE = 0.5;

/** At least {@link CLAIMED_REDUCTION} fewer, over the control stores: shown when the whole interval is. */
export function reductionVerdict(evidence: Evidence): ClaimVerdict {
  const claim = `at least ${percent(CLAIMED_REDUCTION, 0)} fewer`;
  const nothing = 'there were no incidents in a period that others are divided by';
  const lack = lackOf(evidence) ?? (evidence.estimate === undefined ? nothing : undefined);
  if (lack !== undefined) return { claim, outcome: 'too-few-data', because: lack };
  const { low, high } = evidence.estimate!;
  const interval = `the 95 % interval runs from ${lessText(low)} to ${lessText(high)}`;
  if (low >= CLAIMED_REDUCTION) return { claim, outcome: 'shown', because: `${interval}, all of it enough` };
  const because =
    high < CLAIMED_REDUCTION ? `${interval}, all of it too little` : `${interval}: it may be enough or too little`;
  return { claim, outcome: 'not-shown', because };
}

/** A share has risen: shown when the whole interval of the difference is above zero. */
export function riseVerdict(evidence: Evidence): ClaimVerdict {
  const claim = 'higher than before';
  const lack = lackOf(evidence) ?? (evidence.estimate === undefined ? 'a store has no figure' : undefined);
  if (lack !== undefined) return { claim, outcome: 'too-few-data', because: lack };
  const { low, high } = evidence.estimate!;
  const interval = `the 95 % interval of the change runs from ${pointsText(low)} to ${pointsText(high)} points`;
  if (low > 0) return { claim, outcome: 'shown', because: `${interval}, all of it above zero` };
  const because = high < 0 ? `${interval}, all of it below zero` : `${interval}: there may be no change at all`;
  return { claim, outcome: 'not-shown', because };
}

/** The records have become right to {@link CLAIMED_ACCURACY}: shown when the interval after lies above it, and above all of that before. */
export function accuracyVerdict({ before, after }: Evidence): ClaimVerdict {
  const claim = `at least ${percent(CLAIMED_ACCURACY, 0)} right, and more than before`;
  const needed = fewestToShow(CLAIMED_ACCURACY);
  const lack = unmeasured(before, after, 'counted');
  if (lack !== undefined) return { claim, outcome: 'too-few-data', because: lack };
  if (after.denominator < needed) {
    const because = `${after.denominator} records were counted after the change, and even without an error ${needed} are needed to show ${percent(CLAIMED_ACCURACY, 0)}`;
    return { claim, outcome: 'too-few-data', because };
  }
  const interval = `the 95 % interval after the change runs from ${percent(after.low!)} to ${percent(after.high!)}`;
  if (after.low! < CLAIMED_ACCURACY) {
    const because =
      after.high! < CLAIMED_ACCURACY ? `${interval}, all of it too low` : `${interval}: it may be too low`;
    return { claim, outcome: 'not-shown', because };
  }
  if (after.low! <= before.high!) {
    const because = `${interval}, which reaches into that from before the change, up to ${percent(before.high!)}`;
    return { claim, outcome: 'not-shown', because };
  }
  return { claim, outcome: 'shown', because: `${interval}, all of it enough and above that from before` };
}

/** Counts without any error of which Wilson's interval begins at a share: n ÷ (n + z²). */
function fewestToShow(share: number): number {
  const z = zForServiceLevel((1 + CONFIDENCE) / 2);
  return Math.ceil((z ** 2 * share) / (1 - share));
}

/** Why the data cannot tell; undefined when they can. */
function lackOf({ before, after, hasTwoStoresPerArm, leastCoverage }: Evidence): string | undefined {
  const missing = unmeasured(before, after, leastCoverage === undefined ? 'counted' : 'measured');
  if (missing !== undefined) return missing;
  if (leastCoverage !== undefined && leastCoverage < ENOUGH_COVERAGE)
    return `only ${percent(leastCoverage)} of the slot-hours were observed in some period, and half are needed`;
  return hasTwoStoresPerArm ? undefined : 'with a single store on a side, nothing tells chance from change';
}

function unmeasured(before: Evidence['before'], after: Evidence['after'], done: string): string | undefined {
  if (before.denominator === 0 && after.denominator === 0) return `nothing was ${done} in either period`;
  if (before.denominator === 0) return `nothing was ${done} before the change`;
  return after.denominator === 0 ? `nothing was ${done} after the change` : undefined;
}

const percent = (share: number, decimals = 1): string => `${(share * 100).toFixed(decimals)} %`;
const lessText = (reduction: number): string => `${percent(Math.abs(reduction))} ${reduction < 0 ? 'more' : 'fewer'}`;
const pointsText = (difference: number): string => (difference * 100).toFixed(1).replace('-', '−');
