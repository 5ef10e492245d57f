import { Controller, Get, Param, Query } from '@nestjs/common';
import { type CountProposals, countProposalQuery } from '@shelfwatch/contracts';
import { DEFAULT_TOLERANCE, onHand, proposeCounts } from '@shelfwatch/domain';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { z } from 'zod';
import { isoOrNull, ShopWords } from '../shelf-words/describe-shop.js';

/** Guided counts: which records are most worth a look today. */
@Controller('v1/stores/:storeId/inventory/count-proposals')
export class CountProposalsController {
  constructor(private readonly database: Database) {}

  @Get()
  async propose(
    @Param('storeId') storeId: string,
    @Query(new ZodPipe(countProposalQuery)) { perDay }: z.output<typeof countProposalQuery>,
  ): Promise<CountProposals> {
    const { unit } = this.database;
    if ((await unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
    const levels = await unit.stockLevels.list(storeId);
    const gtins = levels.map(({ gtin }) => gtin);
    const [balances, counted, slots] = await Promise.all([
      unit.inventory.balances(storeId, gtins),
      unit.inventory.lastCounts(storeId),
      unit.shops.slots(storeId),
    ]);
    const candidates = levels.map((level) => ({
      ...{ gtin: level.gtin, dailySales: level.dailySales, onHand: onHand(level) },
      ...{ countedAt: counted.get(level.gtin) ?? null, shortfall: balances.get(level.gtin)?.shortfall ?? 0 },
    }));
    const proposed = proposeCounts(candidates, new Date(), { perDay, tolerance: DEFAULT_TOLERANCE });
    const chosen = new Set(proposed.map(({ gtin }) => gtin));
    const shown = slots.filter(({ gtin, retiredAt }) => chosen.has(gtin) && retiredAt === null);
    const words = await ShopWords.load(
      unit,
      shown.map(({ slotId }) => slotId),
      [...chosen],
    );
    const placesOf = (wanted: string): CountProposals['proposals'][number]['places'] =>
      shown
        .filter(({ gtin }) => gtin === wanted)
        .map(({ slotId }) => {
          const { storeId: _store, cameraId: _camera, ...place } = words.place(slotId, '');
          return place;
        });
    return {
      storeId,
      proposals: proposed.map(({ gtin, risk, reason }) => ({
        ...{ product: words.product(gtin), risk, reason, places: placesOf(gtin) },
        countedAt: isoOrNull(counted.get(gtin) ?? null),
      })),
    };
  }
}
