import { z } from 'zod';
import { problemBody } from '../http/monitoring/summary.js';
import type { Operation } from './operation.js';

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
};

const PROBLEM = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

export interface DescribedApi {
  title: string;
  description: string;
  operations: readonly Operation[];
}

/** An API's description, made from the same schemas that check its requests. */
export function openApiDocument({ title, description, operations }: DescribedApi): Json {
  const schemas: Json = { Problem: jsonSchema(problemBody, 'output') };
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    if (operation.answer !== undefined)
      schemas[operation.answer.name] ??= jsonSchema(operation.answer.schema, 'output');
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'shelfwatch_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function describe(operation: Operation): Json {
  const { path, method, summary, tag, query, answer, media, status, open } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query', required: false },
    schema: jsonSchema(schema as z.ZodType, 'output'),
  }));
  const content =
    answer === undefined
      ? media && { [media]: { schema: { type: 'string' } } }
      : { 'application/json': { schema: { $ref: `#/components/schemas/${answer.name}` } } };
  return {
    operationId: `${method} ${path}`
      .replace(/[^a-z]+(\w)/gi, (_match, letter: string) => letter.toUpperCase())
      .replace(/\W/g, ''),
    tags: [tag],
    summary,
    ...(open ? { security: [] } : {}),
    parameters: [...inPath, ...inQuery],
    ...requestBodyOf(operation),
    responses: {
      [status ?? (content === undefined ? '204' : '200')]: { description: 'Done', ...(content ? { content } : {}) },
      default: { description: 'What went wrong and what to do', ...PROBLEM },
    },
  };
}

function requestBodyOf({ body, bodyMedia }: Operation): Json {
  if (body === undefined && bodyMedia === undefined) return {};
  const content = {
    ...(body === undefined ? {} : { 'application/json': { schema: jsonSchema(body, 'input') } }),
    ...(bodyMedia === undefined ? {} : { [bodyMedia]: { schema: { type: 'string', format: 'binary' } } }),
  };
  return { requestBody: { required: true, content } };
}
