import type { OpeningTime } from '@shelfwatch/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { fractional, jsonOrNull, text, textOrNull } from './column-types.js';

@Entity('store')
export class StoreEntity {
  @PrimaryColumn(text) storeId!: string;
  @Column(text) name!: string;
  /** Global location number, 13 digits. */
  @Column(textOrNull) gln!: string | null;
  /** IANA name. */
  @Column({ ...text, default: 'UTC' }) timeZone!: string;
  /** Over how many hours a day's sales are spread. */
  @Column({ ...fractional, default: 12 }) tradingHoursPerDay!: number;
  /** Outside them gaps are expected; null = never closed. */
  @Column(jsonOrNull) openingHours!: OpeningTime[] | null;
}
