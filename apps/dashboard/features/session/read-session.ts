import { cookies } from 'next/headers';
import { monitoringUrl } from '../../monitoring/monitoring.config';
import type { Me, Store } from '../../monitoring/types';

export type Session =
  { kind: 'signed-in'; user: Me; stores: Store[] } | { kind: 'signed-out' } | { kind: 'unreachable' };

/** Asks monitoring, on the server, whose cookie came with this request. */
export async function readSession(): Promise<Session> {
  const cookie = (await cookies()).toString();
  const ask = (path: string): Promise<Response> =>
    fetch(`${monitoringUrl()}${path}`, { headers: { cookie }, cache: 'no-store', signal: AbortSignal.timeout(5_000) });
  try {
    const [me, stores] = await Promise.all([ask('/v1/auth/me'), ask('/v1/stores')]);
    if (me.status === 401 || stores.status === 401) return { kind: 'signed-out' };
    if (!me.ok || !stores.ok) return { kind: 'unreachable' };
    const user = (await me.json()) as Me;
    const list = (await stores.json()) as { stores: Store[] };
    return { kind: 'signed-in', user, stores: list.stores };
  } catch {
    return { kind: 'unreachable' };
  }
}
