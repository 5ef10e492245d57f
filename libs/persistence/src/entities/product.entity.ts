import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { text, textOrNull, whole } from './column-types.js';
import { SupplierEntity } from './supplier.entity.js';

@Entity('product')
export class ProductEntity {
  /** 14 digits. */
  @PrimaryColumn(text) gtin!: string;
  @Column(text) name!: string;
  @Column({ ...text, default: '' }) brand!: string;
  @Column(text) category!: string;
  @Column(whole) priceCents!: number;
  @Column(whole) casePack!: number;
  @ForeignKey(() => SupplierEntity, { name: 'product_supplier_fk' })
  @Column(text)
  supplierId!: string;
  /** In the picture store. */
  @Column(textOrNull) pictureId!: string | null;
}
