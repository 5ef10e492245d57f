import type { FilterSettings } from '@shelfwatch/domain';
import type { FieldProblem } from '../../monitoring/api-problem';
import type { ReplayQuestion } from '../../monitoring/replay-api';
import { instantOf, localText } from '../../time/zoned-time';
import { choicesOf, formOf, type PolicyForm, typed } from '../inventory/policy-form';
import { THRESHOLDS } from './replay-words';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A time during which gaps are expected, as `datetime-local` fields give it. */
export interface ExpectedGap {
  startsAt: string;
  endsAt: string;
  reason: string;
}

/** A question as a form holds it: texts as they were typed; an empty one leaves the setting as it is. */
export interface ReplayForm {
  /** On the store's clock: `2026-12-07T05:00`. */
  from: string;
  to: string;
  filter: Partial<Record<keyof FilterSettings, string>>;
  lowShare: string;
  policy: PolicyForm;
  suppressions: 'as-recorded' | 'none';
  gaps: ExpectedGap[];
}

/** @param address what the address says of the period; without it, the last hour */
export function replayFormOf(address: { get(name: string): string | null }, timeZone: string, now: number): ReplayForm {
  const local = (name: string, otherwise: number): string => {
    const said = Date.parse(address.get(name) ?? '');
    return localText(new Date(Number.isNaN(said) ? otherwise : said), timeZone);
  };
  // Fields show whole minutes: what has just happened counts.
  const end = Math.ceil(now / MINUTE_MS) * MINUTE_MS;
  return {
    ...{ from: local('from', end - HOUR_MS), to: local('to', end) },
    ...{ filter: {}, lowShare: '', policy: formOf({}, timeZone), suppressions: 'as-recorded', gaps: [] },
  };
}

/** What the form asks. What is no number or no time goes as it is, so that the service says what is wrong with it. */
export function questionOf(form: ReplayForm, timeZone: string): ReplayQuestion {
  const instant = (local: string): string => instantOf(local, timeZone)?.toISOString() ?? local;
  const filter = THRESHOLDS.flatMap(({ name }) => {
    const value = typed(form.filter[name] ?? '');
    return value === null ? [] : [[name, value]];
  });
  const lowShare = typed(form.lowShare);
  return {
    ...{ from: instant(form.from), to: instant(form.to) },
    whatIf: {
      filter: Object.fromEntries(filter) as Record<string, unknown>,
      ...(lowShare === null ? {} : { lowShare }),
      replenishment: choicesOf(form.policy, {}),
      suppressions: form.suppressions,
      moreSuppressions: form.gaps.map(({ startsAt, endsAt, reason }) => ({
        ...{ startsAt: instant(startsAt), endsAt: instant(endsAt), reason: reason.trim() },
      })),
    },
  };
}

/** Problems of one part of the question, by the paths within it: `whatIf.filter` makes `gain` of `whatIf.filter.gain`. */
export const problemsWithin = (errors: readonly FieldProblem[], part: string): FieldProblem[] =>
  errors.flatMap(({ path, message }) =>
    path.startsWith(`${part}.`) ? [{ path: path.slice(part.length + 1), message }] : [],
  );

export const replayAddress = ({ from, to }: Pick<ReplayQuestion, 'from' | 'to'>): string =>
  `/kpis/replay?${new URLSearchParams({ from, to }).toString()}`;
