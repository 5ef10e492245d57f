import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const ALERT_PRECISION: KpiDefinition = {
  id: 'alertPrecision',
  name: 'Alert precision',
  formula: 'events that held ÷ (events that held + events that people rejected)',
  unit: 'share',
  higherIsBetter: true,
  source: 'precision = TP ÷ (TP + FP); here, as judged on the floor',
};

/**
 * Share of alerts that were right, 0..1. What nobody has judged counts in neither.
 *
 * @param rejected events retracted as "not out of stock"
 */
export const alertPrecision = (confirmed: number, rejected: number): KpiFigure =>
  figureOf(confirmed, confirmed + rejected);
