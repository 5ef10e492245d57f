import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { text } from './column-types.js';
import { StoreEntity } from './store.entity.js';

@Entity('fixture')
export class FixtureEntity {
  @ForeignKey(() => StoreEntity, { name: 'fixture_store_fk' })
  @PrimaryColumn(text)
  storeId!: string;
  @PrimaryColumn(text) fixtureId!: string;
  @Column(text) name!: string;
  @Column({ ...text, default: '' }) aisle!: string;
}
