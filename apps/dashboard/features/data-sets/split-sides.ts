import type { DataSetVersion } from '../../retraining/types';

export interface SplitSide {
  side: keyof DataSetVersion['counts'];
  label: string;
  meaning: string;
  count: number;
  /** Of all pictures of the version, 0..1. */
  share: number;
}

const SIDES: readonly Pick<SplitSide, 'side' | 'label' | 'meaning'>[] = [
  { side: 'train', label: 'Learn', meaning: 'The model learns from these.' },
  { side: 'validation', label: 'Tune', meaning: 'Decides when to stop, and calibrates.' },
  { side: 'test', label: 'Measure', meaning: 'Every figure is measured on these.' },
  { side: 'golden', label: 'Golden', meaning: 'The last check before going live.' },
  { side: 'unknown', label: 'Strangers', meaning: 'Classes held out: does the model say that it does not know them?' },
];

/** The sides of a split that hold something, with their shares. Pure. */
export function splitSides(counts: DataSetVersion['counts']): SplitSide[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return SIDES.filter(({ side }) => counts[side] > 0).map((it) => ({
    ...it,
    count: counts[it.side],
    share: counts[it.side] / total,
  }));
}
