import { client, unwrap } from './client';
import type { StockBalance } from './types';

/** By name. */
export async function getInventory(storeId: string, signal: AbortSignal): Promise<StockBalance[]> {
  const path = { storeId };
  const { products } = await unwrap(client.GET('/v1/stores/{storeId}/inventory', { params: { path }, signal }));
  return products.sort((a, b) => a.product.name.localeCompare(b.product.name, 'en', { numeric: true }));
}
