import { demonstrationShop } from '@shelfwatch/shelfsim';
import { ApiClient } from './api-client.js';

export interface DemoShopOptions {
  monitoringUrl: string;
  email: string;
  password: string;
  seed: number;
}

/** Tells the platform about the simulated shop, over the same API as for a real one. */
export async function createDemoShop(
  options: DemoShopOptions,
): Promise<{ name: string; cameras: number; slots: number }> {
  const shop = await demonstrationShop(options.seed);
  const api = await ApiClient.signIn(options.monitoringUrl, options.email, options.password);
  await api.put(`/v1/shops/${shop.store.storeId}`, shop);
  return { name: shop.store.name, cameras: shop.cameras.length, slots: shop.slots.length };
}
