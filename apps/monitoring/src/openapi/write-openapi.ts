import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitoringDocument } from './openapi-document.js';

// Usage: npm run generate. Writes apps/monitoring/openapi.json, from which the dashboard's client is made.
writeFileSync(
  join(import.meta.dirname, '..', '..', 'openapi.json'),
  `${JSON.stringify(monitoringDocument(), null, 2)}\n`,
);
