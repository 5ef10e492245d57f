import type { PolicyChoices } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { StoreEntity } from './store.entity.js';

/** Stands for every product of the store that has no choices of its own. */
export const WHOLE_STORE = '*';

/** What somebody has set for the orders of a store or of one product in it. */
@Entity('replenishment_policy')
export class ReplenishmentPolicyEntity {
  @ForeignKey(() => StoreEntity, { name: 'replenishment_policy_store_fk' })
  @PrimaryColumn(text)
  storeId!: string;
  /** GTIN, or `*` for the whole store. */
  @PrimaryColumn(text) gtin!: string;
  @Column(json) choices!: PolicyChoices;
  @Column(text) changedBy!: string;
  @Column(moment) changedAt!: Date;
}
