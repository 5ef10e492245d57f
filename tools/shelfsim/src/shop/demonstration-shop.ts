import type { ShopDefinitionInput } from '@shelfwatch/contracts';
import { DrawnPackageArtist } from '../packaging/package-artist.js';
import { findScenario } from '../scenario/find-scenario.js';
import { createShop } from './create-shop.js';
import { toShopDefinition } from './shop-definition.js';

/**
 * The shop that `play --scenario … --seed …` shows, as the platform imports it, with pictures of all products.
 *
 * @param scenario name of a shipped scenario or a file
 */
export async function demonstrationShop(seed: string | number, scenario = 'demo'): Promise<ShopDefinitionInput> {
  const { layout } = await findScenario(scenario);
  return toShopDefinition(createShop(seed, layout), { opensAt: new Date(), artist: new DrawnPackageArtist() });
}
