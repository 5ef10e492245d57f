import { type ClassifyFrameRequest, classifyFrameRequest } from '@shelfwatch/contracts';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';

const pipe = new ZodPipe(classifyFrameRequest);

/**
 * Reads the part `request` of the form, which may come as a text field or as a file of JSON.
 *
 * @throws {ProblemException} 400 with every wrong field
 */
export function parseRequestPart(part: string | Uint8Array | undefined): ClassifyFrameRequest {
  if (part === undefined) {
    throw new ProblemException(400, 'REQUEST_MISSING', 'The form has no part "request" (JSON with the regions).');
  }
  const request = pipe.transform(parseJson(typeof part === 'string' ? part : Buffer.from(part).toString('utf8')));
  const ids = new Set(request.regions.map(({ regionId }) => regionId));
  if (ids.size === request.regions.length) return request;
  throw new ProblemException(400, 'VALIDATION_FAILED', 'Two regions have the same regionId; each must be unique.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemException(400, 'REQUEST_NOT_JSON', 'The part "request" of the form is not JSON.');
  }
}
