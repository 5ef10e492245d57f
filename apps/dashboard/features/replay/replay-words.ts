import { DEFAULT_FILTER_SETTINGS, type FilterSettings } from '@shelfwatch/domain';
import type { ReplayDifference } from '../../monitoring/types';

/** Thresholds between a reading and an event, in the order of the form. */
export const THRESHOLDS: readonly { name: keyof FilterSettings; label: string; about: string }[] = [
  { name: 'acceptAt', label: 'Sure at', about: 'belief, 0 to 1, at which a facing counts as filled or empty' },
  { name: 'acceptForeignAt', label: 'Sure of another product at', about: 'belief, 0 to 1' },
  { name: 'holdMs', label: 'Must hold for', about: 'ms, before a facing changes' },
  { name: 'gain', label: 'Weight of one reading', about: 'at most, 0 to 1' },
  { name: 'hiddenAbove', label: 'Hidden above', about: 'probability, 0 to 1; such a reading is no evidence' },
  { name: 'unknownAfterMs', label: 'Unknown after', about: 'ms without sight of the slot' },
  { name: 'independentAfterMs', label: 'Readings count in full after', about: 'ms from the one before' },
  { name: 'settleFrames', label: 'Wait while contested', about: 'frames' },
  { name: 'contestedAbove', label: 'Contested above', about: 'belief in something else, 0 to 1' },
  { name: 'forgetBelow', label: 'Forgotten below', about: 'belief, 0 to 1' },
  { name: 'foreignOdds', label: 'Odds of another product', about: 'before anything is seen, 0 to 1' },
  { name: 'surpriseWeight', label: 'Weight of a surprise', about: 'reading of neither product nor gap, 0 to 1' },
];

export const asToday = (name: keyof FilterSettings): string => `today: ${DEFAULT_FILTER_SETTINGS[name]}`;

type Change = ReplayDifference['change'];

export const CHANGES: Readonly<Record<Change, { label: string; tone: 'green' | 'red' | 'amber' }>> = {
  appears: { label: 'Added', tone: 'green' },
  disappears: { label: 'Removed', tone: 'red' },
  'decided-otherwise': { label: 'Changed', tone: 'amber' },
};

/** "+3", "−2", or a dash where nothing changes. */
export function changeText(asIs: number, whatIf: number, text: (figure: number) => string = String): string {
  if (asIs === whatIf) return '–';
  return `${whatIf > asIs ? '+' : '−'}${text(Math.abs(whatIf - asIs))}`;
}
