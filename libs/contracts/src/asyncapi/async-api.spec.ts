import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS } from '../topics.js';
import { asyncApiText } from './async-api-text.js';
import { DESCRIBED_MESSAGES } from './described-messages.js';
import { jsonSchemaOf } from './json-schema.js';

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

describe('docs/asyncapi.yaml', () => {
  it('When a topic or a message changes, then the written document must be made anew (npm run generate)', () => {
    const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'asyncapi.yaml');
    expect(readFileSync(file, 'utf8')).toBe(asyncApiText());
  });

  it.each(Object.entries(DESCRIBED_MESSAGES))(
    'The example of %s is one that a reader would accept',
    (_name, message) => {
      const { headers, body, example } = message;
      headers.parse(example.headers);
      body?.parse(example.payload);
      expect([ajv.validate(jsonSchemaOf(headers), example.headers), ajv.errors]).toEqual([true, null]);
      if (body === undefined) return;
      expect([ajv.validate(jsonSchemaOf(body), example.payload), ajv.errors]).toEqual([true, null]);
    },
  );

  it('When an example is of a topic, then its type says so', () => {
    for (const [name, { example }] of Object.entries(DESCRIBED_MESSAGES)) {
      expect(example.headers['ce_type']).toBe(TOPICS[name as keyof typeof TOPICS].name);
    }
  });
});
