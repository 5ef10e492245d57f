import {
  apiKeyList,
  cameraList,
  cameraShelf,
  createdApiKey,
  me,
  newApiKey,
  newUser,
  reorderBody,
  reorderList,
  reorderQuery,
  reorderTransition,
  shopDefinition,
  shopImported,
  signInRequest,
  stockEventAnswer,
  stockEventDetail,
  stockEventList,
  stockEventQuery,
  storeList,
  summaryBody,
  userBody,
  userList,
} from '@shelfwatch/contracts';
import { z } from 'zod';

export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `{parameters}`. */
  path: string;
  summary: string;
  tag: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Name and schema of the 200 answer; null = no JSON (the media type tells what). */
  answer?: { name: string; schema: z.ZodType };
  media?: string;
  /** Of success; 200, or 204 without an answer, when left out. */
  status?: number;
  /** Needs no sign-in. */
  open?: boolean;
}

const ofStore = z.object({ storeId: z.string().optional() });

/** Every operation of the API, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/auth/sign-in',
    tag: 'auth',
    summary: 'Sign in; sets the session cookie',
    body: signInRequest,
    answer: { name: 'Me', schema: me },
    open: true,
  },
  { method: 'post', path: '/v1/auth/sign-out', tag: 'auth', summary: 'End the session' },
  { method: 'get', path: '/v1/auth/me', tag: 'auth', summary: 'Who is signed in', answer: { name: 'Me', schema: me } },
  {
    method: 'get',
    path: '/v1/stores',
    tag: 'shops',
    summary: 'Stores',
    answer: { name: 'StoreList', schema: storeList },
  },
  {
    method: 'put',
    path: '/v1/shops/{storeId}',
    tag: 'shops',
    summary: 'Make the platform know a shop: products, slots, cameras, stock',
    body: shopDefinition,
    answer: { name: 'ShopImported', schema: shopImported },
  },
  {
    method: 'get',
    path: '/v1/summary',
    tag: 'stock',
    summary: 'Figures of now',
    query: ofStore,
    answer: { name: 'Summary', schema: summaryBody },
  },
  {
    method: 'get',
    path: '/v1/stock-events',
    tag: 'stock',
    summary:
      'Stock events: open ones by urgency (expected lost sales per hour × age), others by time of opening, newest first',
    query: stockEventQuery,
    answer: { name: 'StockEventList', schema: stockEventList },
  },
  {
    method: 'get',
    path: '/v1/stock-events.csv',
    tag: 'stock',
    summary: 'The same as CSV',
    query: stockEventQuery,
    media: 'text/csv',
  },
  {
    method: 'get',
    path: '/v1/stock-events/{eventId}',
    tag: 'stock',
    summary: 'One stock event with its history',
    answer: { name: 'StockEventDetail', schema: stockEventDetail },
  },
  {
    method: 'post',
    path: '/v1/stock-events/{eventId}/answers',
    tag: 'stock',
    summary: 'What someone saw on the floor; "not-out-of-stock" retracts the event',
    body: stockEventAnswer,
    answer: { name: 'StockEventDetail', schema: stockEventDetail },
  },
  {
    method: 'get',
    path: '/v1/cameras',
    tag: 'cameras',
    summary: 'Cameras and whether they can see',
    query: ofStore,
    answer: { name: 'CameraList', schema: cameraList },
  },
  {
    method: 'get',
    path: '/v1/cameras/{cameraId}/shelf',
    tag: 'cameras',
    summary: 'Last picture and every slot in it',
    answer: { name: 'CameraShelf', schema: cameraShelf },
  },
  {
    method: 'get',
    path: '/v1/reorders',
    tag: 'reorders',
    summary: 'Reorders, newest first',
    query: reorderQuery,
    answer: { name: 'ReorderList', schema: reorderList },
  },
  {
    method: 'get',
    path: '/v1/reorders.csv',
    tag: 'reorders',
    summary: 'The same as CSV',
    query: reorderQuery,
    media: 'text/csv',
  },
  {
    method: 'get',
    path: '/v1/reorders/{reorderId}',
    tag: 'reorders',
    summary: 'One reorder with its history',
    answer: { name: 'Reorder', schema: reorderBody },
  },
  {
    method: 'post',
    path: '/v1/reorders/{reorderId}/transitions',
    tag: 'reorders',
    summary: 'Move a reorder along its life cycle',
    body: reorderTransition,
    answer: { name: 'Reorder', schema: reorderBody },
  },
  { method: 'get', path: '/v1/pictures/{pictureId}', tag: 'pictures', summary: 'A picture', media: 'image/*' },
  {
    method: 'get',
    path: '/v1/stream',
    tag: 'live',
    summary: 'What happens, as server-sent events; resumes by Last-Event-ID',
    query: ofStore,
    media: 'text/event-stream',
  },
  {
    method: 'get',
    path: '/v1/users',
    tag: 'accounts',
    summary: 'People who may sign in. For administrators',
    answer: { name: 'UserList', schema: userList },
  },
  {
    method: 'post',
    path: '/v1/users',
    tag: 'accounts',
    summary: 'Give someone access. For administrators',
    body: newUser,
    answer: { name: 'User', schema: userBody },
    status: 201,
  },
  {
    method: 'get',
    path: '/v1/api-keys',
    tag: 'accounts',
    summary: 'Programs that have access, without their keys. For administrators',
    answer: { name: 'ApiKeyList', schema: apiKeyList },
  },
  {
    method: 'post',
    path: '/v1/api-keys',
    tag: 'accounts',
    summary: 'Give a program access; the key is shown in this answer only. For administrators',
    body: newApiKey,
    answer: { name: 'CreatedApiKey', schema: createdApiKey },
    status: 201,
  },
  {
    method: 'delete',
    path: '/v1/api-keys/{keyId}',
    tag: 'accounts',
    summary: 'End the access of a program. For administrators',
  },
];
