import type { PolicyChoices } from '../../monitoring/types';

type Choice<Name extends keyof PolicyChoices> = NonNullable<PolicyChoices[Name]>;

export const POLICIES: Readonly<Record<Choice<'policy'>, string>> = {
  's-S': '(s,S): at s, order up to S',
  'R-Q': '(R,Q): at R, order lots of Q',
  'order-up-to': 'Order up to a level, at each occasion',
};

export const MODES: Readonly<Record<Choice<'mode'>, string>> = {
  advise: 'Advise: a person decides',
  approve: 'Approve: a person is expected to',
  automatic: 'Automatic, up to the limits',
};

export const ROUNDINGS: Readonly<Record<Choice<'rounding'>, string>> = {
  UP: 'Up to whole cases',
  DOWN_TO_MAX: 'Up, but never above the level',
  NEAREST: 'To the nearest case',
};

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Single figures of a policy, in the order of the form. */
export const FIGURES = [
  { name: 'serviceLevel', label: 'Service level', about: 'share of cycles without a gap, 0.5 to 0.9999' },
  { name: 'reviewDays', label: 'Review every', about: 'days; a calendar takes its place' },
  { name: 'coverDays', label: 'Cover', about: 'days of sales beyond s, for (s,S)' },
  { name: 'reorderPoint', label: 'Reorder point s', about: 'items, instead of the computed' },
  { name: 'orderUpToLevel', label: 'Level S', about: 'items, instead of the computed' },
  { name: 'fixedLot', label: 'Lot Q', about: 'items, for (R,Q)' },
  { name: 'minimumOrderCases', label: 'Order at least', about: 'cases, instead of the supplier’s' },
  { name: 'palletLayerCases', label: 'Pallet layer', about: 'cases; only whole layers are ordered' },
  { name: 'backroomCapacity', label: 'Back room holds', about: 'items of this product' },
  { name: 'graceDays', label: 'Overdue after', about: 'days beyond the expected day' },
] as const;
export type FigureName = (typeof FIGURES)[number]['name'];

/** What holds now, in few words. */
export function figureText(value: number | null | undefined): string {
  return value === null || value === undefined ? 'not set' : String(value);
}
