import { Column, Entity, PrimaryColumn } from 'typeorm';
import { fractional, text, whole } from './column-types.js';

@Entity('supplier')
export class SupplierEntity {
  @PrimaryColumn(text) supplierId!: string;
  @Column(text) name!: string;
  @Column(fractional) leadTimeDays!: number;
  @Column({ ...fractional, default: 0 }) leadTimeStdDays!: number;
  @Column({ ...whole, default: 1 }) minimumOrderCases!: number;
}
