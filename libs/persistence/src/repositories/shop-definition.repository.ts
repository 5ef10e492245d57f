import type { FacingRegion } from '@shelfwatch/domain';
import { isDeepStrictEqual } from 'node:util';
import { In, IsNull, Not } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { CameraViewEntity } from '../entities/camera-view.entity.js';
import { CameraEntity } from '../entities/camera.entity.js';
import { FixtureEntity } from '../entities/fixture.entity.js';
import { ProductEntity } from '../entities/product.entity.js';
import { SlotEntity } from '../entities/slot.entity.js';
import type { StockLevelEntity } from '../entities/stock-level.entity.js';
import { StoreEntity } from '../entities/store.entity.js';
import { SupplierEntity } from '../entities/supplier.entity.js';
import { OwnedByAnotherStore } from '../errors/persistence.errors.js';
import { InventoryRepository } from './inventory.repository.js';

/** A camera's calibration as a shop definition gives it. */
export interface ViewRow {
  width: number;
  height: number;
  regions: FacingRegion[];
}

/** Everything about one shop, as rows. */
export interface ShopRows {
  store: Partial<StoreEntity> & Pick<StoreEntity, 'storeId' | 'name'>;
  suppliers: Partial<SupplierEntity>[];
  products: Partial<ProductEntity>[];
  fixtures: Omit<FixtureEntity, 'storeId'>[];
  slots: Omit<SlotEntity, 'storeId' | 'retiredAt'>[];
  cameras: { cameraId: string; name: string; view?: ViewRow }[];
  stock: Omit<StockLevelEntity, 'storeId' | 'updatedAt'>[];
}

/** Writes shop definitions. Call it within a transaction. */
export class ShopDefinitionRepository {
  constructor(private readonly tables: Tables) {}

  /**
   * Makes the tables say what `shop` says. What it no longer mentions is retired, not deleted: history refers to it.
   *
   * @throws OwnedByAnotherStore when a slot or camera id belongs to another store
   */
  async replace(shop: ShopRows, now: Date): Promise<void> {
    const { storeId } = shop.store;
    const inventory = new InventoryRepository(this.tables);
    await inventory.holdStore(storeId);
    await this.refuseForeignIds(shop);
    await this.tables.upsert(StoreEntity, [shop.store], ['storeId']);
    await this.tables.upsert(SupplierEntity, shop.suppliers, ['supplierId']);
    await this.tables.upsert(ProductEntity, shop.products, ['gtin']);
    const ofStore = <T>(row: T): T & { storeId: string } => ({ ...row, storeId });
    await this.tables.upsert(FixtureEntity, shop.fixtures.map(ofStore), ['storeId', 'fixtureId']);
    const slots = shop.slots.map((slot) => ({ ...slot, storeId, retiredAt: null }));
    await this.tables.upsert(SlotEntity, slots, ['slotId']);
    await inventory.tell(storeId, shop.stock, 'shop import', now);
    await this.replaceCameras(shop, now);
    const kept = { storeId, retiredAt: IsNull() };
    await this.tables.update(SlotEntity, { ...kept, slotId: Not(In(ids(shop.slots, 'slotId'))) }, { retiredAt: now });
    const gone = { ...kept, cameraId: Not(In(ids(shop.cameras, 'cameraId'))) };
    await this.tables.update(CameraEntity, gone, { retiredAt: now });
  }

  private async replaceCameras({ store, cameras }: ShopRows, now: Date): Promise<void> {
    const rows = cameras.map(({ cameraId, name }) => ({ cameraId, name, storeId: store.storeId, retiredAt: null }));
    await this.tables.upsert(CameraEntity, rows, ['cameraId']);
    for (const { cameraId, view } of cameras) {
      if (view !== undefined) await this.addViewIfChanged(cameraId, view, now);
    }
  }

  private async addViewIfChanged(cameraId: string, view: ViewRow, now: Date): Promise<void> {
    const [last] = await this.tables.find(CameraViewEntity, {
      where: { cameraId },
      order: { version: 'DESC' },
      take: 1,
    });
    const { width, height, regions } = view;
    if (last && isDeepStrictEqual({ width, height, regions }, pickView(last))) return;
    const row = { cameraId, version: (last?.version ?? 0) + 1, validFrom: now, width, height, regions };
    await this.tables.insert(CameraViewEntity, [row]);
  }

  private async refuseForeignIds({ store, slots, cameras }: ShopRows): Promise<void> {
    const { storeId } = store;
    const foreignSlots = { slotId: In(ids(slots, 'slotId')), storeId: Not(storeId) };
    const foreignCameras = { cameraId: In(ids(cameras, 'cameraId')), storeId: Not(storeId) };
    const [slot] = await this.tables.find(SlotEntity, { where: foreignSlots, take: 1 });
    if (slot) throw new OwnedByAnotherStore('slot', slot.slotId, slot.storeId);
    const [camera] = await this.tables.find(CameraEntity, { where: foreignCameras, take: 1 });
    if (camera) throw new OwnedByAnotherStore('camera', camera.cameraId, camera.storeId);
  }
}

const pickView = ({ width, height, regions }: ViewRow): ViewRow => ({ width, height, regions });

const ids = <K extends string>(rows: readonly Record<K, string>[], key: K): string[] => rows.map((row) => row[key]);
