import type { SlotStatus } from '../shelf/slot-state.js';
import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const PLANOGRAM_COMPLIANCE: KpiDefinition = {
  id: 'planogramCompliance',
  name: 'Planogram compliance',
  formula: 'slots that show the right product in every facing ÷ slots observed',
  unit: 'share',
  higherIsBetter: true,
  source: 'positions with right product and facings ÷ positions',
};

export interface SlotOnShelf {
  status: SlotStatus;
  visibleFacings: number;
  /** Facings that the planogram wants. */
  facings: number;
}

/** Right product and all its facings. Unobserved slots count in neither. Unit: share, 0..1. */
export const planogramCompliance = (slots: readonly SlotOnShelf[]): KpiFigure => {
  const observed = slots.filter(({ status }) => status !== 'unknown');
  const compliant = observed.filter(
    ({ status, visibleFacings, facings }) => status !== 'misplaced' && visibleFacings >= facings,
  );
  return figureOf(compliant.length, observed.length);
};
