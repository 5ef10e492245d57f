import type { Claim, ClaimVerdict, KpiFigure } from '../../monitoring/types';
import { formatPercent } from '../../text/format-percent';

export const OUTCOMES: Readonly<Record<ClaimVerdict['outcome'], string>> = {
  shown: 'Shown',
  'not-shown': 'Not shown',
  'too-few-data': 'Too few data',
};

/** What a figure was divided by, by the id of its KPI. */
const DIVISORS: Readonly<Record<string, string>> = {
  ...{ incidentRate: 'slot-hours', osaByTime: 'slot-hours', coverage: 'slot-hours' },
  ...{ inventoryAccuracy: 'records', inventoryExact: 'records', alertPrecision: 'alerts' },
};
const RATE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "12 ÷ 3,400.5 slot-hours"; undefined where there is nothing to divide by. */
export function dividedText({ definition }: Pick<Claim, 'definition'>, figure: KpiFigure | null): string | undefined {
  if (figure === null || figure.denominator <= 0) return undefined;
  const text = (part: number): string => (Number.isInteger(part) ? part.toLocaleString('en-GB') : RATE.format(part));
  return `${text(figure.numerator)} ÷ ${text(figure.denominator)} ${DIVISORS[definition.id] ?? ''}`.trim();
}

/** "92.0 %" or "5.1"; a dash where nothing was measured. */
export function valueText({ definition }: Pick<Claim, 'definition'>, figure: KpiFigure | null): string {
  if (figure === null || figure.value === null) return '–';
  return isShare(definition) ? formatPercent(figure.value) : RATE.format(figure.value);
}

/** "88.1 to 94.9 %"; undefined where there is no interval. */
export function intervalText({ definition }: Pick<Claim, 'definition'>, figure: KpiFigure | null): string | undefined {
  if (figure === null || figure.low === null || figure.high === null) return undefined;
  return isShare(definition)
    ? `${percent(figure.low)} to ${percent(figure.high)} %`
    : `${RATE.format(figure.low)} to ${RATE.format(figure.high)}`;
}

/** Shares change by points, rates by so much less; undefined where no interval can be claimed. */
export function changeText({
  definition,
  difference,
  reduction,
}: Claim): { value: string; interval: string } | undefined {
  const estimate = isShare(definition) ? difference : reduction;
  if (estimate === null) return undefined;
  // A reduction is told as a change: 35 % less is −35 %.
  const sign = isShare(definition) ? 1 : -1;
  const unit = isShare(definition) ? 'points' : '%';
  const ends = [sign * estimate.low, sign * estimate.high].sort((a, b) => a - b).map(signed);
  return { value: `${signed(sign * estimate.value)} ${unit}`, interval: `${ends.join(' to ')} ${unit}` };
}

const isShare = ({ unit }: Claim['definition']): boolean => unit === 'share';
const percent = (share: number): string => (share * 100).toFixed(1);

/** "+6.0", "−35.2", "0.0". */
function signed(share: number): string {
  const text = percent(Math.abs(share));
  return Number(text) === 0 ? text : `${share < 0 ? '−' : '+'}${text}`;
}
