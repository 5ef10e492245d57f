import { z } from 'zod';
import { ConfigError } from './config.errors.js';
import { parseConfig } from './load-config.js';
import { setting } from './setting-types.js';

const schema = z.object({
  INGESTION_PORT: setting.port().default(4202),
  DATABASE_URL: z.url('must be a postgres:// address'),
  API_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  DEMO: setting.flag().default(false),
});

const problemsOf = (env: Record<string, string>) => {
  try {
    parseConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected a ConfigError');
};

describe('parseConfig', () => {
  it('When the environment is right, then values come out typed and defaults fill the gaps', () => {
    expect(parseConfig(schema, { DATABASE_URL: 'postgres://localhost/a', DEMO: 'true' })).toEqual({
      INGESTION_PORT: 4202,
      DATABASE_URL: 'postgres://localhost/a',
      DEMO: true,
    });
  });

  it('When several variables are wrong, then all of them are reported together', () => {
    const error = problemsOf({ INGESTION_PORT: '99999', DEMO: 'perhaps' });
    expect(error.problems.map((problem) => problem.variable).sort()).toEqual([
      'DATABASE_URL',
      'DEMO',
      'INGESTION_PORT',
    ]);
    expect(error.message).toContain('INGESTION_PORT: must be at most 65535 (it is "99999")');
    expect(error.message).toContain('DATABASE_URL: is not set');
  });

  it('When a secret is wrong, then its value is not printed', () => {
    const error = problemsOf({ DATABASE_URL: 'postgres://localhost/a', API_TOKEN: 'hunter2' });
    expect(error.message).toContain('API_TOKEN: must have at least 16 characters');
    expect(error.message).not.toContain('hunter2');
  });

  it('When a variable is empty, then it counts as not set', () => {
    expect(parseConfig(schema, { DATABASE_URL: 'postgres://h/a', INGESTION_PORT: '' }).INGESTION_PORT).toBe(4202);
  });
});
