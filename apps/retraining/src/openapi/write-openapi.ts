import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { retrainingDocument } from './openapi-document.js';

// Usage: npm run generate. Writes apps/retraining/openapi.json, for those who integrate.
writeFileSync(
  join(import.meta.dirname, '..', '..', 'openapi.json'),
  `${JSON.stringify(retrainingDocument(), null, 2)}\n`,
);
