import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const INCIDENT_RATE: KpiDefinition = {
  id: 'incidentRate',
  name: 'Out-of-stock incidents',
  formula: 'out-of-stock events that began in the period ÷ slot-hours observed × 1,000',
  unit: 'incidents per 1,000 slot-hours',
  higherIsBetter: false,
  source: 'this project; exposure instead of calendar time, as for any rate (Rothman, Epidemiology)',
};

export const INCIDENT_SCALE = 1_000;

/** Unit: incidents per 1,000 observed slot-hours. @param incidents events that began in the period, without retracted ones */
export const incidentRate = (incidents: number, observedSlotHours: number): KpiFigure =>
  figureOf(incidents, observedSlotHours, INCIDENT_SCALE);
