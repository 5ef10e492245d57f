import { formatPercent } from '../../text/format-percent';

export interface FigureChange {
  label: string;
  before: string;
  after: string;
  /** `+1.2 points`, `no change`. */
  change: string;
  /** Whether it is better, worse or the same for the shop. */
  verdict: 'better' | 'worse' | 'same';
}

type Figures = { items: number; top1: number; macroF1: number; ece: number };

/** Below this, both say the same, 0..1. */
const NO_CHANGE = 0.0005;

/** What two models got on the same pictures, side by side. A smaller calibration error is better. Pure. */
export const figureChanges = ({ before, after }: { before: Figures; after: Figures }): FigureChange[] => [
  figureChange('Top-1', before.top1, after.top1),
  figureChange('Macro-F1', before.macroF1, after.macroF1),
  figureChange('Calibration error', before.ece, after.ece, -1),
];

function figureChange(label: string, before: number, after: number, better: 1 | -1 = 1): FigureChange {
  const change = after - before;
  const isSame = Math.abs(change) < NO_CHANGE;
  return {
    ...{ label, before: formatPercent(before), after: formatPercent(after), change: pointsOf(change) },
    verdict: isSame ? 'same' : change * better > 0 ? 'better' : 'worse',
  };
}

/** A difference of shares in percentage points. */
export const pointsOf = (change: number): string => {
  if (Math.abs(change) < NO_CHANGE) return 'no change';
  return `${change > 0 ? '+' : '−'}${(Math.abs(change) * 100).toFixed(1)} points`;
};
