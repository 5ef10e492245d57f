import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  newSuppression,
  type NewSuppression,
  type SuppressionBody,
  type SuppressionList,
  suppressionQuery,
  type SuppressionQuery,
} from '@shelfwatch/contracts';
import { Database, type SuppressionWindowEntity } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { randomUUID } from 'node:crypto';
import { AllowRoles } from '../auth/access.decorators.js';
import { ReviewDecisions } from '../stock-events/review-decisions.service.js';

const YEAR_MS = 366 * 86_400_000;

/** Times in which gaps are expected: events are noted, and nobody is asked to do something about them. */
@Controller('v1/stores/:storeId/suppressions')
export class SuppressionsController {
  constructor(
    private readonly database: Database,
    private readonly reviewDecisions: ReviewDecisions,
  ) {}

  @Get()
  async list(
    @Param('storeId') storeId: string,
    @Query(new ZodPipe(suppressionQuery)) { from, to }: SuppressionQuery,
  ): Promise<SuppressionList> {
    await this.refuseUnknown(storeId);
    const begin = from === undefined ? new Date() : new Date(from);
    const end = to === undefined ? new Date(begin.getTime() + YEAR_MS) : new Date(to);
    const windows = await this.database.unit.suppressions.between(storeId, begin, end);
    return { windows: windows.map(toBody) };
  }

  @Post()
  @AllowRoles('manager', 'integrator')
  async add(
    @Param('storeId') storeId: string,
    @Body(new ZodPipe(newSuppression)) body: NewSuppression,
  ): Promise<SuppressionBody> {
    await this.refuseUnknown(storeId);
    await this.refuseUnknownPlace(storeId, body);
    const window: SuppressionWindowEntity = {
      ...{ ...body, storeId, windowId: randomUUID() },
      ...{ startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) },
    };
    await this.database.unit.suppressions.add(window);
    await this.reviewDecisions.reviewStore(storeId, new Date());
    return toBody(window);
  }

  /** What was expected until now stays so; from now on gaps are gaps again. */
  @Delete(':windowId')
  @AllowRoles('manager', 'integrator')
  @HttpCode(204)
  async end(@Param('storeId') storeId: string, @Param('windowId', ParseUUIDPipe) windowId: string): Promise<void> {
    const now = new Date();
    if (!(await this.database.unit.suppressions.end(storeId, windowId, now)))
      throw new ProblemException(404, 'SUPPRESSION_UNKNOWN', `Store ${storeId} has no window ${windowId} ahead.`);
    await this.reviewDecisions.reviewStore(storeId, now);
  }

  private async refuseUnknown(storeId: string): Promise<void> {
    if ((await this.database.unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
  }

  private async refuseUnknownPlace(storeId: string, { fixtureId, slotId }: NewSuppression): Promise<void> {
    const { shops } = this.database.unit;
    const problems = [
      ...(fixtureId === null || (await shops.fixtures(storeId)).some((one) => one.fixtureId === fixtureId)
        ? []
        : [{ path: 'fixtureId', message: `store ${storeId} has no fixture ${fixtureId}` }]),
      ...(slotId === null || (await shops.slots(storeId)).some((one) => one.slotId === slotId)
        ? []
        : [{ path: 'slotId', message: `store ${storeId} has no slot ${slotId}` }]),
    ];
    if (problems.length > 0)
      throw new ProblemException(400, 'PLACE_UNKNOWN', 'The place of this window is not in the store.', problems);
  }
}

const toBody = (window: SuppressionWindowEntity): SuppressionBody => ({
  ...{ windowId: window.windowId, reason: window.reason, fixtureId: window.fixtureId, slotId: window.slotId },
  ...{ startsAt: window.startsAt.toISOString(), endsAt: window.endsAt.toISOString() },
});
