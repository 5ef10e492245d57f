import { client, unwrap } from './client';
import { serverNow } from '../time/server-clock';
import type { CountProposal, Policy, PolicyChoices, ProductMovements, StockBalance } from './types';

/** By name. */
export async function getInventory(storeId: string, signal: AbortSignal): Promise<StockBalance[]> {
  const path = { storeId };
  const { products } = await unwrap(client.GET('/v1/stores/{storeId}/inventory', { params: { path }, signal }));
  return products.sort((a, b) => a.product.name.localeCompare(b.product.name, 'en', { numeric: true }));
}

/** Riskiest first. */
export async function getCountProposals(storeId: string, signal: AbortSignal): Promise<CountProposal[]> {
  const params = { path: { storeId } };
  return (await unwrap(client.GET('/v1/stores/{storeId}/inventory/count-proposals', { params, signal }))).proposals;
}

export const getMovements = (storeId: string, gtin: string, signal: AbortSignal): Promise<ProductMovements> =>
  unwrap(
    client.GET('/v1/stores/{storeId}/inventory/{gtin}/movements', { params: { path: { storeId, gtin } }, signal }),
  );

/** What a person tells about a product's stock; values as they were typed, since the service says best what is wrong. */
export type ToldMovement =
  | { kind: 'count'; shelf?: number | string; backroom?: number | string }
  | { kind: 'correction'; place: 'shelf' | 'backroom'; quantity: number | string; reason: string };

/**
 * @param idempotencyKey the same for the same thing told again
 * @returns what is wrong with it; null when it was recorded
 */
export async function tellMovement(
  storeId: string,
  gtin: string,
  idempotencyKey: string,
  told: ToldMovement,
): Promise<string | null> {
  const movement = { ...told, gtin, idempotencyKey, effectiveAt: new Date(serverNow()).toISOString() };
  const answer = await unwrap(
    client.POST('/v1/stores/{storeId}/inventory/movements', {
      params: { path: { storeId } },
      body: { movements: [movement as never] },
    }),
  );
  return answer.rows[0]?.problem ?? null;
}

/** @param gtin null: of the whole store */
export const getPolicy = (storeId: string, gtin: string | null, signal: AbortSignal): Promise<Policy> =>
  unwrap(
    gtin === null
      ? client.GET('/v1/stores/{storeId}/replenishment-policy', { params: { path: { storeId } }, signal })
      : client.GET('/v1/stores/{storeId}/replenishment-policy/products/{gtin}', {
          params: { path: { storeId, gtin } },
          signal,
        }),
  );

/** @param choices all of them: what is left out comes from the store or the defaults from then on */
export function putPolicy(storeId: string, gtin: string | null, choices: PolicyChoices): Promise<Policy> {
  const body = choices as never;
  return unwrap(
    gtin === null
      ? client.PUT('/v1/stores/{storeId}/replenishment-policy', { params: { path: { storeId } }, body })
      : client.PUT('/v1/stores/{storeId}/replenishment-policy/products/{gtin}', {
          params: { path: { storeId, gtin } },
          body,
        }),
  );
}
