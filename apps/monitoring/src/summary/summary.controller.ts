import { Controller, Get, Query } from '@nestjs/common';
import type { StoreList, SummaryBody } from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { describeCameras } from '../cameras/describe-cameras.js';
import { summarise } from './summarise.js';

/** More events than any page shows; beyond it the sums would be wrong, so it is high. */
const ALL = 10_000;

@Controller('v1')
export class SummaryController {
  constructor(private readonly database: Database) {}

  @Get('stores')
  async stores(): Promise<StoreList> {
    const stores = await this.database.unit.shops.stores();
    return { stores: stores.map(({ storeId, name, timeZone }) => ({ storeId, name, timeZone })) };
  }

  @Get('summary')
  async summary(@Query('storeId') storeId?: string): Promise<SummaryBody> {
    const { unit } = this.database;
    const filter = storeId === undefined ? {} : { storeId };
    const [events, cameras] = await Promise.all([
      unit.stockEvents.list({ ...filter, status: 'open', limit: ALL }),
      unit.cameras.list(storeId),
    ]);
    return summarise(events, await describeCameras(unit, cameras, new Date()));
  }
}
