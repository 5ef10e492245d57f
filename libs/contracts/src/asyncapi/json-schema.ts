import { z } from 'zod';

export type Json = Record<string, unknown>;

/** JSON Schema (2020-12) of a message body or of headers, as it goes over the wire. */
export function jsonSchemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  return rest;
}
