import { In, IsNull } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { FixtureEntity } from '../entities/fixture.entity.js';
import { ProductEntity } from '../entities/product.entity.js';
import { SlotEntity } from '../entities/slot.entity.js';
import { StoreEntity } from '../entities/store.entity.js';
import { SupplierEntity } from '../entities/supplier.entity.js';

/** Stores and their planograms, and the products and suppliers that all stores share. */
export class ShopRepository {
  constructor(private readonly tables: Tables) {}

  stores(): Promise<StoreEntity[]> {
    return this.tables.find(StoreEntity, { order: { name: 'ASC' } });
  }

  store(storeId: string): Promise<StoreEntity | undefined> {
    return this.tables.findOne(StoreEntity, { storeId });
  }

  fixtures(storeId: string): Promise<FixtureEntity[]> {
    return this.tables.find(FixtureEntity, { where: { storeId }, order: { fixtureId: 'ASC' } });
  }

  /** Of the planogram that holds now, fixture by fixture, top shelf first, left to right. */
  slots(storeId: string): Promise<SlotEntity[]> {
    return this.tables.find(SlotEntity, {
      where: { storeId, retiredAt: IsNull() },
      order: { fixtureId: 'ASC', shelf: 'ASC', position: 'ASC' },
    });
  }

  /** Retired ones too: old events refer to them. */
  slotsById(slotIds: readonly string[]): Promise<SlotEntity[]> {
    return this.tables.find(SlotEntity, { where: { slotId: In([...slotIds]) } });
  }

  products(gtins?: readonly string[]): Promise<ProductEntity[]> {
    return this.tables.find(ProductEntity, {
      ...(gtins === undefined ? {} : { where: { gtin: In([...gtins]) } }),
      order: { gtin: 'ASC' },
    });
  }

  supplier(supplierId: string): Promise<SupplierEntity | undefined> {
    return this.tables.findOne(SupplierEntity, { supplierId });
  }

  suppliers(): Promise<SupplierEntity[]> {
    return this.tables.find(SupplierEntity, { order: { name: 'ASC' } });
  }
}
