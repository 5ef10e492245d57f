import type { SlotStatus } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { fractional, json, moment, text, textOrNull, whole } from './column-types.js';
import { SlotEntity } from './slot.entity.js';

/** What a slot looks like now; derived from observations. */
@Entity('slot_state')
export class SlotStateEntity {
  @ForeignKey(() => SlotEntity, { name: 'slot_state_slot_fk' })
  @PrimaryColumn(text)
  slotId!: string;
  @Column(text) status!: SlotStatus;
  @Column(moment) since!: Date;
  @Column(fractional) confidence!: number;
  @Column(whole) visibleFacings!: number;
  @Column(textOrNull) foreignGtin!: string | null;
  /** The filter's memory, as plain JSON. */
  @Column(json) filter!: unknown;
  /** Capture time of the last frame that the filter has seen. */
  @Column(moment) lastCapturedAt!: Date;
  @Column(text) modelVersion!: string;
}
