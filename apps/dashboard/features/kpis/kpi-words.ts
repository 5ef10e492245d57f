import type { KpiFigure, KpiReport } from '../../monitoring/types';
import { formatPercent } from '../../text/format-percent';

/** What figures can be told apart by, in the order of the choice. */
export const GROUPINGS = [
  { value: 'category', label: 'Category' },
  { value: 'aisle', label: 'Aisle' },
  { value: 'supplier', label: 'Supplier' },
  { value: 'hour', label: 'Hour' },
] as const satisfies readonly { value: KpiReport['groupBy']; label: string }[];

export const PERIODS = [
  { value: '1', label: '24 hours' },
  { value: '7', label: '7 days' },
  { value: '28', label: '28 days' },
] as const;

/** "97.4 %", or a dash where nothing was measured. */
export const shareText = ({ value }: KpiFigure): string => (value === null ? '–' : formatPercent(value));

/** "5.1 (4.2–6.0)": the rate with its interval. */
export function rateText({ value, low, high }: KpiFigure): string {
  if (value === null) return '–';
  return low === null || high === null
    ? value.toFixed(1)
    : `${value.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

/** "4 min", or a dash. */
export function durationText(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** "118.2 ÷ 120.0": what a share was divided from, so that it can be checked. */
export const fractionText = ({ numerator, denominator }: KpiFigure): string =>
  `${trimmed(numerator)} ÷ ${trimmed(denominator)}`;

const trimmed = (figure: number): string => (Number.isInteger(figure) ? String(figure) : figure.toFixed(1));
