import type { ImpactParameters } from './parameters.js';
import { PlatformInShop } from './platform-in-shop.js';
import { measureShop, playDays } from './play-shop.js';
import { Shop } from './shop.js';
import type { Tally } from './tally.js';

/** One shop, measured over the same days of the same world. */
export interface ShopResult {
  without: Tally;
  with: Tally;
  /** The same with one parameter changed, by name of the variant. */
  variants: Readonly<Record<string, Tally>>;
}

/** What differs from the parameters after the warm-up, in the arm with the platform. */
export type Variants = Readonly<Record<string, (parameters: ImpactParameters) => Partial<ImpactParameters>>>;

/** Plays every shop of the chain: warm-up without the platform, then from the same morning on with and without. */
export function simulateChain(
  parameters: ImpactParameters,
  seed: number,
  variants: Variants = {},
  variantShops = Infinity,
  progress: (line: string) => void = () => undefined,
): ShopResult[] {
  return Array.from({ length: parameters.shops }, (_, index) => {
    const shop = Shop.open(parameters, seed * 10_007 + index);
    playDays(shop, parameters.warmUpDays);
    const play = (changes: Partial<ImpactParameters> = {}): Tally => {
      const copy = shop.clone(changes);
      return measureShop(copy, new PlatformInShop(copy));
    };
    const result = {
      without: measureShop(shop.clone()),
      with: play(),
      variants: Object.fromEntries(
        (index < variantShops ? Object.entries(variants) : []).map(([name, change]) => [
          name,
          play(change(shop.parameters)),
        ]),
      ),
    };
    progress(`shop ${index + 1} of ${parameters.shops}`);
    return result;
  });
}
