import { createHash, timingSafeEqual } from 'node:crypto';
import { me } from '@shelfwatch/contracts';
import { ProblemException } from '@shelfwatch/platform';
import type { Request } from 'express';
import type { Caller } from './caller.js';

/** How long monitoring's word about somebody holds. */
const TRUST_MS = 10_000;
const TIMEOUT_MS = 5_000;
const MOST_REMEMBERED = 1_000;

/** Whoever is let in: by the service's token, or by whom monitoring knows the request's session or key to be. */
export class IdentifyCaller {
  private readonly remembered = new Map<string, { caller: Caller | undefined; until: number }>();

  constructor(private readonly settings: { token: string | undefined; monitoringUrl: string | undefined }) {}

  /** @returns undefined for a stranger @throws ProblemException 503 when monitoring does not answer */
  async of({ headers }: Request): Promise<Caller | undefined> {
    const { token, monitoringUrl } = this.settings;
    if (token === undefined && monitoringUrl === undefined) return { name: 'anybody', role: 'admin' };
    if (token !== undefined && sameText(headers.authorization ?? '', `Bearer ${token}`))
      return { name: 'service', role: 'admin' };
    const { authorization, cookie } = headers;
    if (monitoringUrl === undefined || (authorization === undefined && cookie === undefined)) return undefined;
    return this.askOnce(monitoringUrl, { authorization, cookie });
  }

  private async askOnce(url: string, proof: { authorization?: string; cookie?: string }): Promise<Caller | undefined> {
    const key = digest(JSON.stringify([proof.authorization, proof.cookie])).toString('base64');
    const known = this.remembered.get(key);
    if (known !== undefined && known.until > Date.now()) return known.caller;
    const caller = await ask(url, proof);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { caller, until: Date.now() + TRUST_MS });
    return caller;
  }
}

async function ask(url: string, proof: { authorization?: string; cookie?: string }): Promise<Caller | undefined> {
  const headers = Object.fromEntries(Object.entries(proof).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const answer = await fetch(`${url}/v1/auth/me`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    () => undefined,
  );
  if (answer?.status === 401) return undefined;
  if (answer?.ok !== true)
    throw new ProblemException(
      503,
      'MONITORING_UNREACHABLE',
      'Monitoring, which knows who you are, does not answer. Try again in a moment.',
    );
  const { email, role } = me.parse(await answer.json());
  return { name: email, role };
}

/** In a time that does not depend on where they differ. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
