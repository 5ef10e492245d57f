import type { StockBalance } from '../../monitoring/types';

/** Products whose name, brand, category or GTIN has all words of a text. */
export function filterBalances(balances: readonly StockBalance[], text: string): StockBalance[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return balances.filter(({ product: { name, brand, category, gtin } }) => {
    const all = `${name} ${brand} ${category} ${gtin}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
