import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type InventoryList,
  inventoryMovementsBatch,
  type InventoryMovementsBatch,
  type InventoryMovementsResult,
  movementQuery,
  type ProductMovements,
} from '@shelfwatch/contracts';
import { onHand, parseGtin, positionOf } from '@shelfwatch/domain';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import type { z } from 'zod';
import { AllowRoles } from '../auth/access.decorators.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { isoOrNull, ShopWords } from '../shelf-words/describe-shop.js';
import { RecordMovements } from './record-movements.service.js';

@Controller('v1/stores/:storeId/inventory')
export class InventoryController {
  constructor(
    private readonly database: Database,
    private readonly recordMovements: RecordMovements,
  ) {}

  @Post('movements')
  @AllowRoles('manager', 'integrator')
  @HttpCode(200)
  record(
    @Param('storeId') storeId: string,
    @Body(new ZodPipe(inventoryMovementsBatch)) batch: InventoryMovementsBatch,
    @CurrentCaller() caller: Caller,
  ): Promise<InventoryMovementsResult> {
    return this.recordMovements.record(storeId, batch, caller.name);
  }

  @Get()
  async list(@Param('storeId') storeId: string): Promise<InventoryList> {
    const { unit } = this.database;
    if ((await unit.shops.store(storeId)) === undefined)
      throw new ProblemException(404, 'STORE_UNKNOWN', `There is no store ${storeId}.`);
    const [levels, counts] = await Promise.all([unit.stockLevels.list(storeId), unit.inventory.lastCounts(storeId)]);
    const words = await ShopWords.load(
      unit,
      [],
      levels.map(({ gtin }) => gtin),
    );
    const products = levels.map((level) => {
      const { gtin, shelf, backroom, reserved, onOrder, dailySales, updatedAt } = level;
      return {
        product: words.product(gtin),
        ...{ shelf, backroom, reserved, onOrder, dailySales },
        onHand: onHand(level),
        position: positionOf(level),
        countedAt: isoOrNull(counts.get(gtin) ?? null),
        updatedAt: updatedAt.toISOString(),
      };
    });
    return { storeId, products };
  }

  @Get(':gtin/movements')
  async movements(
    @Param('storeId') storeId: string,
    @Param('gtin') text: string,
    @Query(new ZodPipe(movementQuery)) { limit }: z.output<typeof movementQuery>,
  ): Promise<ProductMovements> {
    const { unit } = this.database;
    const gtin = parseGtin(text);
    const isKnown = gtin !== undefined && (await unit.stockLevels.of(storeId, [gtin])).has(gtin);
    if (!isKnown)
      throw new ProblemException(404, 'PRODUCT_UNKNOWN', `Store ${storeId} keeps no figures of a product ${text}.`);
    const [words, balance, movements] = await Promise.all([
      ShopWords.load(unit, [], [gtin]),
      unit.inventory.balance(storeId, gtin),
      unit.inventory.movements(storeId, gtin, limit),
    ]);
    const { seen, countedAt, asOf, ...figures } = balance;
    return {
      storeId,
      product: words.product(gtin),
      balance: {
        ...figures,
        seen: seen === null ? null : { shelf: seen.shelf, at: seen.at.toISOString() },
        countedAt: { shelf: isoOrNull(countedAt.shelf), backroom: isoOrNull(countedAt.backroom) },
        asOf: isoOrNull(asOf),
      },
      movements: movements.map(({ idempotencyKey, kind, effectiveAt, recordedAt, actor, details }) => {
        const { kind: _kind, ...said } = details;
        return {
          ...{ idempotencyKey, kind, actor, details: said },
          effectiveAt: effectiveAt.toISOString(),
          recordedAt: recordedAt.toISOString(),
        };
      }),
    };
  }
}
