import { Controller, Get, Query } from '@nestjs/common';
import {
  type ClaimsQuery,
  claimsQuery,
  type ClaimsReport,
  type KpiQuery,
  kpiQuery,
  type KpiReport,
  readStoreIds,
} from '@shelfwatch/contracts';
import { Database, type StoreEntity } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { type ClaimFacts, claimsReport, type StorePeriods } from './claims-report.js';
import { kpiReport } from './kpi-report.js';
import { readCounts } from './read-counts.js';
import { readKpiFacts } from './read-kpi-facts.js';

const DAY_MS = 86_400_000;

@Controller('v1')
export class KpisController {
  constructor(private readonly database: Database) {}

  @Get('kpis')
  async kpis(@Query(new ZodPipe(kpiQuery)) query: KpiQuery): Promise<KpiReport> {
    const { unit } = this.database;
    const [from, to] = [new Date(query.from), untilNow(new Date(query.to))];
    if (to <= from)
      throw new ProblemException(400, 'PERIOD_IN_THE_FUTURE', `Nothing is known yet after ${query.from}.`);
    const stores = query.storeId === undefined ? await unit.shops.stores() : [await this.store(query.storeId)];
    const period = { from: from.getTime(), to: to.getTime() };
    const facts = await Promise.all(stores.map((store) => readKpiFacts(unit, store, period)));
    return kpiReport(facts, { from, to }, query.groupBy);
  }

  @Get('claims')
  async claims(@Query(new ZodPipe(claimsQuery)) query: ClaimsQuery): Promise<ClaimsReport> {
    const changedAt = new Date(query.changedAt);
    const beforeFrom = new Date(changedAt.getTime() - query.days * DAY_MS);
    const afterTo = untilNow(new Date(changedAt.getTime() + query.days * DAY_MS));
    if (afterTo <= changedAt) {
      throw new ProblemException(400, 'PERIOD_IN_THE_FUTURE', `Nothing is known yet after ${query.changedAt}.`);
    }
    const [ids, controlIds] = [readStoreIds(query.stores), readStoreIds(query.controlStores)];
    const both = ids.find((storeId) => controlIds.includes(storeId));
    if (both !== undefined) {
      throw new ProblemException(
        400,
        'STORE_IN_BOTH_ARMS',
        `${both} is named with and without the change: leave it out of one of the lists.`,
      );
    }
    const read = async (storeId: string): Promise<StorePeriods> => {
      const store = await this.store(storeId);
      const counts = await readCounts(this.database.unit, storeId, afterTo);
      const facts = async (from: Date, to: Date): Promise<ClaimFacts> => ({
        ...(await readKpiFacts(this.database.unit, store, { from: from.getTime(), to: to.getTime() })),
        counts: counts.filter(({ at }) => at >= from && at < to),
      });
      return { storeId, before: await facts(beforeFrom, changedAt), after: await facts(changedAt, afterTo) };
    };
    const [stores, controlStores] = [await Promise.all(ids.map(read)), await Promise.all(controlIds.map(read))];
    return claimsReport(stores, controlStores, { beforeFrom, changedAt, afterTo }, query.seed);
  }

  private async store(storeId: string): Promise<StoreEntity> {
    const store = await this.database.unit.shops.store(storeId);
    if (store === undefined) throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
    return store;
  }
}

/** What has not happened yet is neither watched nor unwatched. */
const untilNow = (moment: Date): Date => new Date(Math.min(moment.getTime(), Date.now()));
