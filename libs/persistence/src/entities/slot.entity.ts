import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { momentOrNull, text, whole } from './column-types.js';
import { FixtureEntity } from './fixture.entity.js';
import { ProductEntity } from './product.entity.js';

@Entity('slot')
@Index('slot_by_store', ['storeId'])
@ForeignKey(() => FixtureEntity, ['storeId', 'fixtureId'], ['storeId', 'fixtureId'], { name: 'slot_fixture_fk' })
export class SlotEntity {
  @PrimaryColumn(text) slotId!: string;
  @Column(text) storeId!: string;
  @Column(text) fixtureId!: string;
  @Column(whole) shelf!: number;
  @Column(whole) position!: number;
  @ForeignKey(() => ProductEntity, { name: 'slot_product_fk' })
  @Column(text)
  gtin!: string;
  @Column(whole) facings!: number;
  @Column(whole) capacity!: number;
  @Column(whole) lowFacings!: number;
  /** When the planogram dropped the slot; its history stays. */
  @Column(momentOrNull) retiredAt!: Date | null;
}
