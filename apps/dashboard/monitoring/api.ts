import { request } from './request';
import type { CameraShelf, CameraSummary, Me, Reorder, ReorderState, StockEvent, Store, Summary } from './types';

export const signIn = (email: string, password: string) =>
  request<Me>('/v1/auth/sign-in', { method: 'POST', body: { email, password } });
export const signOut = () => request<void>('/v1/auth/sign-out', { method: 'POST' });
export const getStores = () => request<{ stores: Store[] }>('/v1/stores').then(({ stores }) => stores);
export const getSummary = (storeId: string, signal: AbortSignal) =>
  request<Summary>('/v1/summary', { query: { storeId }, signal });
export const getOpenEvents = (storeId: string, signal: AbortSignal) =>
  request<{ events: StockEvent[] }>('/v1/stock-events', {
    query: { storeId, status: 'open', limit: 500 },
    signal,
  }).then(({ events }) => events);
export const answerEvent = (eventId: string, answer: 'not-out-of-stock') =>
  request<StockEvent>(`/v1/stock-events/${encodeURIComponent(eventId)}/answers`, { method: 'POST', body: { answer } });
export const getCameras = (storeId: string, signal: AbortSignal) =>
  request<{ cameras: CameraSummary[] }>('/v1/cameras', { query: { storeId }, signal }).then(({ cameras }) => cameras);
export const getCameraShelf = (cameraId: string, signal: AbortSignal) =>
  request<CameraShelf>(`/v1/cameras/${encodeURIComponent(cameraId)}/shelf`, { signal });
export const getReorders = (storeId: string, signal: AbortSignal) =>
  request<{ reorders: Reorder[] }>('/v1/reorders', { query: { storeId, limit: 300 }, signal }).then(
    ({ reorders }) => reorders,
  );
export const moveReorder = (reorderId: string, to: ReorderState, reason: string) =>
  request<Reorder>(`/v1/reorders/${encodeURIComponent(reorderId)}/transitions`, {
    method: 'POST',
    body: { to, reason },
  });
