import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { fractionalOrNull, moment, momentOrNull, text, whole } from './column-types.js';
import { ProductEntity } from './product.entity.js';
import { StoreEntity } from './store.entity.js';

/** Book stock of one product in one store, in items. */
@Entity('stock_level')
export class StockLevelEntity {
  @ForeignKey(() => StoreEntity, { name: 'stock_level_store_fk' })
  @PrimaryColumn(text)
  storeId!: string;
  @ForeignKey(() => ProductEntity, { name: 'stock_level_product_fk' })
  @PrimaryColumn(text)
  gtin!: string;
  @Column(whole) backroom!: number;
  @Column(whole) shelf!: number;
  @Column({ ...whole, default: 0 }) reserved!: number;
  @Column({ ...whole, default: 0 }) onOrder!: number;
  @Column(momentOrNull) onOrderExpectedAt!: Date | null;
  @Column(fractionalOrNull) dailySales!: number | null;
  @Column(fractionalOrNull) dailySalesStd!: number | null;
  @Column({ ...moment, default: () => 'now()' }) updatedAt!: Date;
}
