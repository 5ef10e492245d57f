import type { ReorderState } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, text, whole } from './column-types.js';
import { ProductEntity } from './product.entity.js';
import { StoreEntity } from './store.entity.js';
import { SupplierEntity } from './supplier.entity.js';

/** One order of one product. At most one is open for each store, product and supplier. */
@Entity('reorder')
@Index('reorder_one_open', ['storeId', 'gtin', 'supplierId'], {
  unique: true,
  where:
    "(state = ANY (ARRAY['PROPOSED'::text, 'APPROVED'::text, 'SENT'::text, 'ACKED'::text, 'CHANGED'::text, 'SHIPPED'::text, 'PARTLY_RECEIVED'::text]))",
})
@Index('reorder_idempotency_key', ['idempotencyKey'], { unique: true })
@Index('reorder_by_time', ['storeId', 'requestedAt'])
export class ReorderEntity {
  @PrimaryColumn('uuid') reorderId!: string;
  @Column(text) idempotencyKey!: string;
  @ForeignKey(() => StoreEntity, { name: 'reorder_store_fk' })
  @Column(text)
  storeId!: string;
  @ForeignKey(() => ProductEntity, { name: 'reorder_product_fk' })
  @Column(text)
  gtin!: string;
  @ForeignKey(() => SupplierEntity, { name: 'reorder_supplier_fk' })
  @Column(text)
  supplierId!: string;
  /** The stock event that triggered it; none for an order made by hand. */
  @Column('uuid', { nullable: true }) eventId!: string | null;
  /** Items. */
  @Column(whole) quantity!: number;
  /** Items that have come. */
  @Column({ ...whole, default: 0 }) received!: number;
  @Column(whole) cases!: number;
  @Column(whole) casePack!: number;
  @Column(text) state!: ReorderState;
  @Column(text) reason!: string;
  @Column(moment) requestedAt!: Date;
  @Column(momentOrNull) expectedAt!: Date | null;
  @Column(moment) changedAt!: Date;
}
