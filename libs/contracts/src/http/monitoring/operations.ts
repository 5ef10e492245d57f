import type { z } from 'zod';
import { shopDefinition } from '../shop-definition.js';
import { apiKeyList, createdApiKey, newApiKey, newUser, userBody, userList } from './accounts.js';
import { me, signInRequest, USER_ROLES } from './auth.js';
import { cameraList, cameraQuery, cameraShelf } from './cameras.js';
import { exportQuery } from './exports.js';
import { liveQuery } from './live.js';
import { reorderBody, reorderList, reorderQuery, reorderTransition } from './reorders.js';
import { stockEventAnswer, stockEventDetail, stockEventList, stockEventQuery } from './stock-events.js';
import { shopImported, storeList, summaryBody, summaryQuery } from './summary.js';

export type UserRole = (typeof USER_ROLES)[number];

/** One operation of monitoring's API. The OpenAPI document is made of these; a test holds the service to them. */
export interface HttpOperation {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** With parameters in braces. */
  path: string;
  tag: 'Session' | 'Shops' | 'Stock events' | 'Cameras' | 'Reorders' | 'Live' | 'Exports' | 'Accounts';
  summary: string;
  /** Who may call it. */
  roles: 'everyone' | readonly UserRole[];
  query?: z.ZodObject;
  body?: z.ZodType;
  status: number;
  /** A schema for JSON, or another media type. */
  answer?: z.ZodType | 'text/event-stream' | 'text/csv' | 'image/*';
  /** Further statuses that this operation answers with, and when. */
  refusals?: Readonly<Record<number, string>>;
}

/** Stores, cameras, events and orders are for everyone who is signed in. */
const signedIn = USER_ROLES;
const noSuch = (what: string) => ({ 404: `No such ${what}` });

export const MONITORING_OPERATIONS = {
  signIn: {
    id: 'signIn',
    ...{ method: 'post', path: '/v1/auth/sign-in', tag: 'Session', roles: 'everyone' },
    summary: 'Begin a session; the answer sets its cookie',
    ...{ body: signInRequest, status: 200, answer: me },
    refusals: { 401: 'E-mail or password are wrong', 429: 'Too many wrong passwords; Retry-After says when to go on' },
  },
  signOut: {
    id: 'signOut',
    ...{ method: 'post', path: '/v1/auth/sign-out', tag: 'Session', roles: 'everyone' },
    ...{ summary: 'End the session', status: 204 },
  },
  me: {
    id: 'me',
    ...{ method: 'get', path: '/v1/auth/me', tag: 'Session', roles: signedIn },
    ...{ summary: 'Who is signed in', status: 200, answer: me },
  },
  listStores: {
    id: 'listStores',
    ...{ method: 'get', path: '/v1/stores', tag: 'Shops', roles: signedIn },
    ...{ summary: 'List stores', status: 200, answer: storeList },
  },
  importShop: {
    id: 'importShop',
    ...{ method: 'put', path: '/v1/shops/{storeId}', tag: 'Shops', roles: ['admin', 'integrator'] },
    summary:
      'Tell the platform everything about a shop: products, planogram, cameras, stock figures. Sent again, it replaces what stood there; history stays',
    ...{ body: shopDefinition, status: 200, answer: shopImported },
    refusals: { 409: 'A slot or camera id belongs to another store', 413: 'Larger than 64 MB' },
  },
  summary: {
    id: 'summary',
    ...{ method: 'get', path: '/v1/summary', tag: 'Shops', roles: signedIn },
    ...{ summary: 'Figures of a store: open events, blind cameras, on-shelf availability' },
    ...{ query: summaryQuery, status: 200, answer: summaryBody, refusals: noSuch('store') },
  },
  listStockEvents: {
    id: 'listStockEvents',
    ...{ method: 'get', path: '/v1/stock-events', tag: 'Stock events', roles: signedIn },
    summary:
      'List stock events: open ones by urgency (expected lost sales per hour × age), all others by time of opening, newest first',
    ...{ query: stockEventQuery, status: 200, answer: stockEventList },
  },
  getStockEvent: {
    id: 'getStockEvent',
    ...{ method: 'get', path: '/v1/stock-events/{eventId}', tag: 'Stock events', roles: signedIn },
    ...{ summary: 'A stock event with its history', status: 200, answer: stockEventDetail },
    refusals: noSuch('stock event'),
  },
  answerStockEvent: {
    id: 'answerStockEvent',
    ...{ method: 'post', path: '/v1/stock-events/{eventId}/answers', tag: 'Stock events' },
    roles: ['manager', 'admin'],
    summary:
      'Say what someone saw on the floor. `not-out-of-stock` retracts the event and cancels its order unless that was sent',
    ...{ body: stockEventAnswer, status: 200, answer: stockEventDetail },
    refusals: { ...noSuch('stock event'), 409: 'The event is not open any more' },
  },
  listCameras: {
    id: 'listCameras',
    ...{ method: 'get', path: '/v1/cameras', tag: 'Cameras', roles: signedIn },
    ...{ summary: 'List cameras with their faults, last picture and slots by state' },
    ...{ query: cameraQuery, status: 200, answer: cameraList },
  },
  getCameraShelf: {
    id: 'getCameraShelf',
    ...{ method: 'get', path: '/v1/cameras/{cameraId}/shelf', tag: 'Cameras', roles: signedIn },
    ...{ summary: 'The last picture of a camera and every slot that it sees', status: 200, answer: cameraShelf },
    refusals: noSuch('camera'),
  },
  getPicture: {
    id: 'getPicture',
    ...{ method: 'get', path: '/v1/pictures/{pictureId}', tag: 'Cameras', roles: signedIn },
    ...{ summary: 'A picture: JPEG, PNG or WebP. Never changes', status: 200, answer: 'image/*' },
    refusals: { ...noSuch('picture, or it is no longer kept'), 304: 'The caller has it already' },
  },
  listReorders: {
    id: 'listReorders',
    ...{ method: 'get', path: '/v1/reorders', tag: 'Reorders', roles: signedIn },
    ...{ summary: 'List reorders, newest first', query: reorderQuery, status: 200, answer: reorderList },
  },
  getReorder: {
    id: 'getReorder',
    ...{ method: 'get', path: '/v1/reorders/{reorderId}', tag: 'Reorders', roles: signedIn },
    ...{ summary: 'A reorder with its history', status: 200, answer: reorderBody, refusals: noSuch('reorder') },
  },
  moveReorder: {
    id: 'moveReorder',
    ...{ method: 'post', path: '/v1/reorders/{reorderId}/transitions', tag: 'Reorders' },
    roles: ['manager', 'integrator', 'admin'],
    summary:
      'Take a reorder one step further in its life cycle: approve, reject, send, acknowledge, receive. Asking for the state that it has is a success',
    ...{ body: reorderTransition, status: 200, answer: reorderBody },
    refusals: { ...noSuch('reorder'), 409: 'The state that it has does not allow the step' },
  },
  stream: {
    id: 'stream',
    ...{ method: 'get', path: '/v1/stream', tag: 'Live', roles: signedIn },
    summary:
      'Server-sent events `stock-event`, `slot-state`, `camera-health`, `reorder`; `Last-Event-ID` delivers first what came since; `gap` when that is no longer kept',
    ...{ query: liveQuery, status: 200, answer: 'text/event-stream' },
  },
  exportStockEvents: {
    id: 'exportStockEvents',
    ...{ method: 'get', path: '/v1/exports/stock-events.csv', tag: 'Exports', roles: signedIn },
    ...{ summary: 'Stock events as CSV, oldest first', query: exportQuery, status: 200, answer: 'text/csv' },
  },
  exportReorders: {
    id: 'exportReorders',
    ...{ method: 'get', path: '/v1/exports/reorders.csv', tag: 'Exports', roles: signedIn },
    ...{ summary: 'Reorders as CSV, oldest first', query: exportQuery, status: 200, answer: 'text/csv' },
  },
  listUsers: {
    id: 'listUsers',
    ...{ method: 'get', path: '/v1/users', tag: 'Accounts', roles: ['admin'] },
    ...{ summary: 'List users', status: 200, answer: userList },
  },
  createUser: {
    id: 'createUser',
    ...{ method: 'post', path: '/v1/users', tag: 'Accounts', roles: ['admin'] },
    ...{ summary: 'Give someone access', body: newUser, status: 201, answer: userBody },
    refusals: { 409: 'The e-mail address has an account' },
  },
  listApiKeys: {
    id: 'listApiKeys',
    ...{ method: 'get', path: '/v1/api-keys', tag: 'Accounts', roles: ['admin'] },
    ...{ summary: 'List API keys, without the keys', status: 200, answer: apiKeyList },
  },
  createApiKey: {
    id: 'createApiKey',
    ...{ method: 'post', path: '/v1/api-keys', tag: 'Accounts', roles: ['admin'] },
    ...{ summary: 'Give a program access; the key is shown once', body: newApiKey, status: 201, answer: createdApiKey },
  },
  revokeApiKey: {
    id: 'revokeApiKey',
    ...{ method: 'delete', path: '/v1/api-keys/{keyId}', tag: 'Accounts', roles: ['admin'] },
    ...{ summary: 'End the validity of an API key', status: 204, refusals: noSuch('API key, or it is revoked') },
  },
} as const satisfies Record<string, HttpOperation>;
