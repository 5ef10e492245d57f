import type { PlacedPlanogram, PlanogramDifference } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { json, moment, momentOrNull, text, textOrNull } from './column-types.js';
import { StoreEntity } from './store.entity.js';

/** `scheduled`: waits for its day; `failed`: could not be applied then, `failure` says why. */
export const PLANOGRAM_STATES = ['scheduled', 'applied', 'cancelled', 'failed'] as const;
export type PlanogramState = (typeof PLANOGRAM_STATES)[number];

/** A planogram of some fixtures of a store, from a day on. The slots that hold now are in `slot`; this is how they came about. */
@Entity('planogram_version')
@Index('planogram_version_by_store', ['storeId', 'effectiveFrom'])
@Index('planogram_version_due', ['effectiveFrom'], { where: "(state = 'scheduled'::text)" })
export class PlanogramVersionEntity {
  @PrimaryColumn('uuid') versionId!: string;
  @ForeignKey(() => StoreEntity, { name: 'planogram_version_store_fk' })
  @Column(text)
  storeId!: string;
  @Column(text) name!: string;
  /** Of the file: `psa`, `json`, `csv`. */
  @Column(text) format!: string;
  /** What it covers; fixtures that it does not name stay as they are. */
  @Column(json) fixtureIds!: string[];
  @Column(text) state!: PlanogramState;
  @Column(moment) effectiveFrom!: Date;
  @Column(momentOrNull) appliedAt!: Date | null;
  @Column(moment) createdAt!: Date;
  @Column(text) createdBy!: string;
  @Column(json) content!: PlacedPlanogram;
  /** From what these fixtures had before; of a scheduled version: will have. */
  @Column(json) difference!: PlanogramDifference;
  @Column(textOrNull) failure!: string | null;
}
