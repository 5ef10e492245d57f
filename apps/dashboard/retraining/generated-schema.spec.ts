import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString, COMMENT_HEADER } from 'openapi-typescript';

describe("The generated client of retraining's API", () => {
  it('When the API changes, then its types must be made anew (npx nx run @shelfwatch/dashboard:generate)', async () => {
    const document = pathToFileURL(join(import.meta.dirname, '../../retraining/openapi.json'));
    const written = await readFile(join(import.meta.dirname, 'generated/schema.ts'), 'utf8');
    expect(written).toBe(`${COMMENT_HEADER}${astToString(await openapiTypescript(document))}`);
  });
});
