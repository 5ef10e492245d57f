import { ALERT_PRECISION } from './alert-precision.js';
import { COVERAGE } from './coverage.js';
import { INCIDENT_RATE } from './incident-rate.js';
import { INVENTORY_ACCURACY, INVENTORY_EXACT } from './inventory-accuracy.js';
import type { KpiDefinition } from './kpi-figure.js';
import { LOST_SALES } from './lost-sales.js';
import { OSA_BY_COUNT, OSA_BY_TIME } from './on-shelf-availability.js';
import { PHANTOM_RATE } from './phantom-rate.js';
import { PLANOGRAM_COMPLIANCE } from './planogram-compliance.js';
import { TIME_TO_ACKNOWLEDGE, TIME_TO_DETECT, TIME_TO_RESTOCK } from './response-times.js';
import { ROOT_CAUSES } from './root-causes.js';
import { SHARE_OF_SHELF } from './share-of-shelf.js';

/** Every KPI, in the order in which people look at them. */
export const KPI_DEFINITIONS: readonly KpiDefinition[] = [
  OSA_BY_TIME,
  OSA_BY_COUNT,
  COVERAGE,
  INCIDENT_RATE,
  TIME_TO_DETECT,
  TIME_TO_ACKNOWLEDGE,
  TIME_TO_RESTOCK,
  ALERT_PRECISION,
  PHANTOM_RATE,
  INVENTORY_ACCURACY,
  INVENTORY_EXACT,
  PLANOGRAM_COMPLIANCE,
  SHARE_OF_SHELF,
  LOST_SALES,
  ROOT_CAUSES,
];
