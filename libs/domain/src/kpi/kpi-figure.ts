/** What a KPI is, for people who read its figure. */
export interface KpiDefinition {
  /** Stable name, for instance `osaByTime`. */
  id: string;
  name: string;
  /** The formula in words. */
  formula: string;
  unit: 'share' | 'incidents per 1,000 slot-hours' | 'milliseconds' | 'cents';
  /** Whether a higher figure is the better one; null where neither is. */
  higherIsBetter: boolean | null;
  /** Where the formula comes from. */
  source: string;
}

/** A figure with what it was divided from, so that anyone can check it and add up groups. */
export interface KpiFigure {
  numerator: number;
  denominator: number;
  /** numerator ÷ denominator (× the KPI's scale); null when the denominator is 0: nothing was measured, which is not 0. */
  value: number | null;
}

/** @param scale for instance 1,000 for a figure per thousand */
export const figureOf = (numerator: number, denominator: number, scale = 1): KpiFigure => ({
  numerator,
  denominator,
  value: denominator > 0 ? (numerator / denominator) * scale : null,
});

/** One figure for several groups: sums divided, never an average of averages. */
export const addFigures = (figures: readonly KpiFigure[], scale = 1): KpiFigure =>
  figureOf(
    figures.reduce((sum, { numerator }) => sum + numerator, 0),
    figures.reduce((sum, { denominator }) => sum + denominator, 0),
    scale,
  );
