import { z } from 'zod';

const wholeNumber = (minimum: number, maximum: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${minimum} to ${maximum}` })
    .int(`must be a whole number from ${minimum} to ${maximum}`)
    .min(minimum, `must be at least ${minimum}`)
    .max(maximum, `must be at most ${maximum}`);

/** Kinds of values that environment variables hold: text in, typed value out, advice when wrong. */
export const setting = {
  wholeNumber,
  number: (minimum: number, maximum: number) =>
    z.coerce
      .number({ error: `must be a number from ${minimum} to ${maximum}` })
      .min(minimum, `must be at least ${minimum}`)
      .max(maximum, `must be at most ${maximum}`),
  port: () => wholeNumber(0, 65_535),
  flag: () =>
    z.stringbool({
      truthy: ['true', '1', 'yes', 'on'],
      falsy: ['false', '0', 'no', 'off'],
      error: 'must be true or false',
    }),
  /** Comma-separated list; spaces around items and empty items are dropped. */
  list: () =>
    z.string().transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
};
