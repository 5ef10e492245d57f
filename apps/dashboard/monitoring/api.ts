import { client, unwrap } from './client';
import type {
  CameraShelf,
  CameraSummary,
  FalseAlarmCause,
  KpiReport,
  Me,
  Reorder,
  ReorderState,
  StockEvent,
  Summary,
} from './types';

/** Monitoring's caps; a page with more rows than that helps nobody. */
const MOST_EVENTS = 500;
const MOST_REORDERS = 300;

export const signIn = (email: string, password: string): Promise<Me> =>
  unwrap(client.POST('/v1/auth/sign-in', { body: { email, password } }));

export async function signOut(): Promise<void> {
  await unwrap(client.POST('/v1/auth/sign-out'));
}

export const getSummary = (storeId: string, signal: AbortSignal): Promise<Summary> =>
  unwrap(client.GET('/v1/summary', { params: { query: { storeId } }, signal }));

export async function getOpenEvents(storeId: string, signal: AbortSignal): Promise<StockEvent[]> {
  const query = { storeId, status: 'open', limit: MOST_EVENTS } as const;
  return (await unwrap(client.GET('/v1/stock-events', { params: { query }, signal }))).events;
}

export type ToldAnswer =
  | { answer: 'restocked' | 'not-found' | 'done' }
  | { answer: 'counted'; backroom: number; shelf: number | null }
  | { answer: 'not-out-of-stock'; cause: FalseAlarmCause | null };

/** @returns the event with what is to be done now */
export const answerEvent = (eventId: string, body: ToldAnswer): Promise<StockEvent> =>
  unwrap(client.POST('/v1/stock-events/{eventId}/answers', { params: { path: { eventId } }, body }));

export async function getCameras(storeId: string, signal: AbortSignal): Promise<CameraSummary[]> {
  return (await unwrap(client.GET('/v1/cameras', { params: { query: { storeId } }, signal }))).cameras;
}

export async function getCameraShelf(cameraId: string, signal: AbortSignal): Promise<CameraShelf> {
  const shelf: unknown = await unwrap(
    client.GET('/v1/cameras/{cameraId}/shelf', { params: { path: { cameraId } }, signal }),
  );
  // The client's types turn tuples, here the four corners of a facing, into arrays of any length.
  return shelf as CameraShelf;
}

export async function getReorders(storeId: string, signal: AbortSignal): Promise<Reorder[]> {
  const query = { storeId, limit: MOST_REORDERS };
  return (await unwrap(client.GET('/v1/reorders', { params: { query }, signal }))).reorders;
}

export async function moveReorder(reorderId: string, to: ReorderState, reason: string): Promise<void> {
  const path = { reorderId };
  await unwrap(client.POST('/v1/reorders/{reorderId}/transitions', { params: { path }, body: { to, reason } }));
}

export type KpiChoice = Required<Pick<KpiReport, 'from' | 'to' | 'groupBy'>> & { storeId: string };

export const getKpis = (query: KpiChoice, signal: AbortSignal): Promise<KpiReport> =>
  unwrap(client.GET('/v1/kpis', { params: { query }, signal }));
