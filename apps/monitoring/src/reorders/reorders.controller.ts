import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  type ReorderBody,
  type ReorderList,
  reorderQuery,
  reorderTransition,
  type ReorderTransition,
} from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { z } from 'zod';
import { AllowRoles } from '../auth/access.decorators.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { toCsv } from '../shelf-words/to-csv.js';
import { ChangeReorder } from './change-reorder.service.js';
import { describeReorders } from './describe-reorders.js';

type ReorderQuery = z.output<typeof reorderQuery>;

@Controller('v1')
export class ReordersController {
  constructor(
    private readonly database: Database,
    private readonly changeReorder: ChangeReorder,
  ) {}

  @Get('reorders')
  async list(@Query(new ZodPipe(reorderQuery)) query: ReorderQuery): Promise<ReorderList> {
    return { reorders: await this.find(query) };
  }

  @Get('reorders.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="reorders.csv"')
  async csv(@Query(new ZodPipe(reorderQuery)) query: ReorderQuery): Promise<string> {
    const reorders = await this.find(query);
    return toCsv(
      [
        'reorderId',
        'state',
        'gtin',
        'product',
        'supplier',
        'quantity',
        'cases',
        'casePack',
        'requestedAt',
        'expectedAt',
        'reason',
      ],
      reorders.map(
        ({ reorderId, state, product, supplier, quantity, cases, casePack, requestedAt, expectedAt, reason }) => [
          ...[
            reorderId,
            state,
            product.gtin,
            product.name,
            supplier.name,
            quantity,
            cases,
            casePack,
            requestedAt,
            expectedAt ?? '',
            reason,
          ],
        ],
      ),
    );
  }

  @Get('reorders/:reorderId')
  async detail(@Param('reorderId', ParseUUIDPipe) reorderId: string): Promise<ReorderBody> {
    const { unit } = this.database;
    const reorder = await unit.reorders.find(reorderId);
    if (reorder === undefined) throw new ProblemException(404, 'REORDER_UNKNOWN', `There is no reorder ${reorderId}.`);
    const [body] = await describeReorders(unit, [reorder]);
    return body!;
  }

  @Post('reorders/:reorderId/transitions')
  @AllowRoles('manager', 'integrator')
  @HttpCode(200)
  async change(
    @Param('reorderId', ParseUUIDPipe) reorderId: string,
    @Body(new ZodPipe(reorderTransition)) transition: ReorderTransition,
    @CurrentCaller() caller: Caller,
  ): Promise<ReorderBody> {
    await this.changeReorder.change(reorderId, transition, caller.name);
    return this.detail(reorderId);
  }

  private async find({ storeId, state, limit }: ReorderQuery): Promise<ReorderBody[]> {
    const { unit } = this.database;
    return describeReorders(
      unit,
      await unit.reorders.list({ limit, ...(storeId ? { storeId } : {}), ...(state ? { states: [state] } : {}) }),
    );
  }
}
