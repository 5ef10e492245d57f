import { setTimeout as sleep } from 'node:timers/promises';
import { AgentError, reasonOf } from '../agent.errors.js';
import { type CameraPicture, pictureTypeOf } from '../camera-picture.js';
import { basicAuthorization, type Credentials, digestAuthorization, parseChallenges } from './http-sign-in.js';
import type { PictureSource } from './picture-source.js';

export interface SnapshotOptions {
  url: URL;
  intervalMs: number;
  credentials: Credentials | undefined;
}

/** A camera that hangs is asked again after this. */
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** Asks an address for a picture at a steady pace. The capture time is that of the answer's first byte. */
export class SnapshotSource implements PictureSource {
  readonly name: string;
  private readonly url: URL;
  private readonly credentials: Credentials | undefined;
  private readonly intervalMs: number;

  constructor({ url, intervalMs, credentials }: SnapshotOptions) {
    this.credentials = credentials ?? credentialsIn(url);
    this.url = withoutCredentials(url);
    this.name = this.url.href;
    this.intervalMs = intervalMs;
  }

  async *pictures(signal: AbortSignal): AsyncGenerator<CameraPicture> {
    while (!signal.aborted) {
      const started = performance.now();
      yield await this.take(signal);
      const rest = this.intervalMs - (performance.now() - started);
      if (rest > 0) await sleep(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  private async take(signal: AbortSignal): Promise<CameraPicture> {
    let response = await this.ask(signal, undefined);
    if (response.status === 401 && this.credentials !== undefined) {
      await response.body?.cancel();
      response = await this.ask(signal, this.answerTo(response.headers.get('www-authenticate') ?? ''));
    }
    const capturedAt = new Date();
    if (response.status === 401 || response.status === 403) {
      const advice = `${this.name} refuses the sign-in (${response.status}); check CAMERA_USER and CAMERA_PASSWORD.`;
      throw new AgentError('CAMERA_SIGN_IN_REFUSED', advice, true);
    }
    if (!response.ok) throw unusable(`${this.name} answers ${response.status} ${response.statusText}`);
    const bytes = Buffer.from(await response.arrayBuffer().catch((error: unknown) => this.lost(error)));
    const type = pictureTypeOf(bytes);
    if (type === undefined || bytes.length > MAX_BYTES) {
      throw unusable(`${this.name} answers with ${bytes.length} bytes that are no JPEG, PNG or WebP picture`);
    }
    return { bytes, type, capturedAt };
  }

  private ask(signal: AbortSignal, authorization: string | undefined): Promise<Response> {
    return fetch(this.url, {
      headers: { accept: 'image/jpeg,image/png,image/webp', ...(authorization ? { authorization } : {}) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    }).catch((error: unknown) => this.lost(error));
  }

  private answerTo(header: string): string {
    const challenge = parseChallenges(header);
    return challenge?.scheme === 'digest'
      ? digestAuthorization(this.credentials!, challenge, { method: 'GET', uri: this.url.pathname + this.url.search })
      : basicAuthorization(this.credentials!);
  }

  private lost(error: unknown): never {
    throw new AgentError('CAMERA_UNREACHABLE', `${this.name} does not answer: ${reasonOf(error)}`, true, {
      cause: error,
    });
  }
}

const unusable = (message: string): AgentError => new AgentError('CAMERA_ANSWER_UNUSABLE', message, true);

function credentialsIn({ username, password }: URL): Credentials | undefined {
  if (username === '') return undefined;
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** `fetch` refuses addresses with credentials, and a log must not show them. */
export function withoutCredentials(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}
