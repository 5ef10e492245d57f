import type { MovementDetails, MovementKind } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { ProductEntity } from './product.entity.js';
import { StoreEntity } from './store.entity.js';

/** Facts; the database refuses to change them. What they add up to is kept in `stock_level`. */
@Entity('inventory_movement')
@Index('inventory_movement_once', ['storeId', 'idempotencyKey'], { unique: true })
@Index('inventory_movement_by_time', ['storeId', 'gtin', 'effectiveAt'])
export class InventoryMovementEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @ForeignKey(() => StoreEntity, { name: 'inventory_movement_store_fk' })
  @Column(text)
  storeId!: string;
  @ForeignKey(() => ProductEntity, { name: 'inventory_movement_product_fk' })
  @Column(text)
  gtin!: string;
  @Column(text) idempotencyKey!: string;
  @Column(moment) effectiveAt!: Date;
  @Column(text) kind!: MovementKind;
  @Column(json) details!: MovementDetails;
  /** Who told it: a user's e-mail address, an API key's name or `shelfwatch`. */
  @Column(text) actor!: string;
  @Column({ ...moment, default: () => 'now()' }) recordedAt!: Date;
}
