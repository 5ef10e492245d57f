import type { z } from 'zod';

/** One operation of an HTTP API. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `{parameters}`. */
  path: string;
  summary: string;
  tag: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Media type of a body that is no JSON, instead of the JSON or as another way to ask. */
  bodyMedia?: string;
  /** Name and schema of the 200 answer; null = no JSON (the media type tells what). */
  answer?: { name: string; schema: z.ZodType };
  media?: string;
  /** Of success; 200, or 204 without an answer, when left out. */
  status?: number;
  /** Needs no sign-in. */
  open?: boolean;
}
