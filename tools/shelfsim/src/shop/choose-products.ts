import type { Product } from '../catalogue/product.js';
import type { Random } from '../chance/random.js';

/**
 * Chooses products for the shelves: about equally many of each category, whole brands first, so that look-alike
 * variants stand side by side. Categories come in random order, each in one piece.
 *
 * @throws RangeError when there are fewer products than wanted
 */
export function chooseProducts(products: readonly Product[], count: number, chance: Random): Product[] {
  if (count > products.length) throw new RangeError(`${count} slots, but only ${products.length} products`);
  const categories = chance.shuffled([...new Set(products.map((product) => product.category))]);
  const groups = categories.map((category) => products.filter((product) => product.category === category));
  const ranked = groups.map((group) => {
    const brands = chance.shuffled([...new Set(group.map((product) => product.brand))]);
    return brands.flatMap((brand) => group.filter((product) => product.brand === brand));
  });
  const taken = ranked.map(() => 0);
  for (let left = count, group = 0; left > 0; group = (group + 1) % ranked.length) {
    if ((taken[group] ?? 0) >= (ranked[group]?.length ?? 0)) continue;
    taken[group] = (taken[group] ?? 0) + 1;
    left -= 1;
  }
  return ranked.flatMap((group, index) => group.slice(0, taken[index]));
}
