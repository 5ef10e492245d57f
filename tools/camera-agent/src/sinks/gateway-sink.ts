import { AgentError, reasonOf } from '../agent.errors.js';
import type { CameraPicture } from '../camera-picture.js';
import type { PictureSink } from './picture-sink.js';

const TIMEOUT_MS = 15_000;

/** Posts pictures to ingestion's HTTP gateway. */
export class GatewaySink implements PictureSink {
  readonly name: string;

  constructor(
    private readonly url: URL,
    private readonly token: string | undefined,
  ) {
    this.name = url.origin;
  }

  async send(cameraId: string, { bytes, type, capturedAt }: CameraPicture, sequence: number): Promise<void> {
    const response = await fetch(new URL(`/v1/cameras/${encodeURIComponent(cameraId)}/frames`, this.url), {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-captured-at': capturedAt.toISOString(),
        'x-sequence': String(sequence),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      const message = `${this.name} cannot be reached: ${reasonOf(error)}`;
      throw new AgentError('PLATFORM_UNREACHABLE', message, true, { cause: error });
    });
    const answer = await response.text();
    if (response.ok) return;
    throw failureFor(response.status, answer, this.name);
  }

  async close(): Promise<void> {}
}

function failureFor(status: number, answer: string, name: string): AgentError {
  if (status === 401 || status === 403) {
    return new AgentError(
      'PLATFORM_SIGN_IN_REFUSED',
      `${name} refuses the token (${status}); set INGESTION_TOKEN.`,
      true,
    );
  }
  const detail = detailOf(answer);
  const mayPass = status >= 500 || status === 408 || status === 429;
  return mayPass
    ? new AgentError('PLATFORM_UNREACHABLE', `${name} answers ${status}: ${detail}`, true)
    : new AgentError('PICTURE_REFUSED', `${name} refuses the picture (${status}): ${detail}`, false);
}

/** The gateway answers with `application/problem+json`; something in between may not. */
function detailOf(answer: string): string {
  try {
    const problem: unknown = JSON.parse(answer);
    if (typeof problem === 'object' && problem !== null && 'detail' in problem) return String(problem.detail);
  } catch {
    // Not JSON: shown as it is.
  }
  return answer.slice(0, 200);
}
