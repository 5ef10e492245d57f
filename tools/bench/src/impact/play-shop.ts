import { PlatformInShop } from './platform-in-shop.js';
import type { Shop } from './shop.js';
import { DAY } from './shop-clock.js';
import { newTally, type Tally } from './tally.js';

/** Plays days of a shop; with a platform, it watches the shelves and staff work on its tasks instead of walking rounds past watched places. */
export function playDays(shop: Shop, days: number, platform?: PlatformInShop): void {
  for (let played = 0; played < days; played += 1) {
    shop.beginDay();
    platform?.beginDay();
    const end = (shop.day + 1) * DAY;
    for (let event = shop.queue.pop(end); event !== undefined; event = shop.queue.pop(end)) {
      if (event.kind === 'hour') shop.lookAround();
      else if (event.kind === 'round')
        shop.round(event.at, event.turn, ({ watched }) => platform === undefined || !watched);
      else if (event.kind === 'demand' || event.kind === 'shrink' || event.kind === 'sweep') shop.visit(event);
      else platform?.handle(event);
    }
    platform?.endDay();
    shop.endDay();
  }
}

/** Measures a shop for some days, after some that do not count. */
export function measureShop(shop: Shop, platform?: PlatformInShop): Tally {
  const { settleDays, measuredDays } = shop.parameters;
  playDays(shop, settleDays, platform);
  shop.tally = newTally();
  playDays(shop, measuredDays, platform);
  return shop.tally;
}
