import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiText } from './async-api-text.js';

// Usage: npm run generate. Writes docs/asyncapi.yaml.
writeFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'asyncapi.yaml'), asyncApiText());
