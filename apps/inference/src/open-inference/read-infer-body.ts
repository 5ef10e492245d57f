import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { type InferRequest, inferRequest } from './infer-request.js';

/** Header of the binary extension: how many bytes of JSON come before the tensor. */
export const JSON_LENGTH_HEADER = 'inference-header-content-length';

const NEEDS_HEADER = `A binary body needs the header ${JSON_LENGTH_HEADER} with the length of its JSON in bytes.`;

const pipe = new ZodPipe(inferRequest);

/**
 * Splits a body into its JSON and, with the binary extension, the bytes behind it.
 *
 * @param jsonLength the header; without it all of the body is JSON
 */
export function readInferBody(
  body: Buffer,
  jsonLength: string | undefined,
): { request: InferRequest; binary: Uint8Array | undefined } {
  if (jsonLength === undefined) return { request: pipe.transform(parseJson(body)), binary: undefined };
  const length = Number(jsonLength);
  if (!Number.isInteger(length) || length < 2 || length > body.length)
    throw new ProblemException(400, 'TENSOR_INVALID', NEEDS_HEADER);
  return { request: pipe.transform(parseJson(body.subarray(0, length))), binary: body.subarray(length) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ProblemException(400, 'REQUEST_NOT_JSON', `The head of the body is not JSON. ${NEEDS_HEADER}`);
  }
}
