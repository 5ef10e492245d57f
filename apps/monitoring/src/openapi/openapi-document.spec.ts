import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitoringDocument } from './openapi-document.js';

describe('openapi.json', () => {
  it('When a schema or a route changes, then the written document must be made anew (npm run generate)', () => {
    const written: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'openapi.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(monitoringDocument())));
  });

  it('When operations are named, then each name is there once', () => {
    const paths = monitoringDocument()['paths'] as Record<string, Record<string, { operationId: string }>>;
    const names = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(names).size).toBe(names.length);
  });
});
