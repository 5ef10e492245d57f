import { problemBody } from '@shelfwatch/contracts';
import { z } from 'zod';
import { type Operation, OPERATIONS } from './operations.js';

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

/** The API's description, made from the same schemas that check its requests. */
export function openApiDocument(): Json {
  const schemas: Json = { Problem: jsonSchema(problemBody, 'output') };
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    if (operation.answer !== undefined)
      schemas[operation.answer.name] ??= jsonSchema(operation.answer.schema, 'output');
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shelfwatch monitoring',
      version: '1',
      description:
        'What cameras see on the shelves, and what to do about it. Sign in for a session cookie, or send an API key as `Authorization: Bearer`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
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

function describe({ path, method, summary, tag, query, body, answer, media, status, open }: Operation): Json {
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
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }),
    responses: {
      [status ?? (content === undefined ? '204' : '200')]: { description: 'Done', ...(content ? { content } : {}) },
      default: { description: 'What went wrong and what to do', ...PROBLEM },
    },
  };
}
