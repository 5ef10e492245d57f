import { Body, Controller, Param, Put, UseInterceptors } from '@nestjs/common';
import { shopDefinition, type ShopDefinition, type ShopImported } from '@shelfwatch/contracts';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { AllowRoles } from '../auth/access.decorators.js';
import { LargeJsonInterceptor } from '../http/large-json.interceptor.js';
import { ImportShop } from './import-shop.service.js';

@Controller('v1/shops')
export class ShopsController {
  constructor(private readonly importShop: ImportShop) {}

  @Put(':storeId')
  @AllowRoles('integrator')
  @UseInterceptors(LargeJsonInterceptor)
  replace(
    @Param('storeId') storeId: string,
    @Body(new ZodPipe(shopDefinition)) shop: ShopDefinition,
  ): Promise<ShopImported> {
    if (shop.store.storeId === storeId) return this.importShop.import(shop);
    throw new ProblemException(
      400,
      'STORE_ID_MISMATCH',
      `The address names store ${storeId}, the body ${shop.store.storeId}.`,
    );
  }
}
