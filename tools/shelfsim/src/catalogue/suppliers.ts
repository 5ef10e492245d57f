export interface Supplier {
  supplierId: string;
  name: string;
  leadTimeDays: number;
  leadTimeStdDays: number;
  minimumOrderCases: number;
}

export const SUPPLIERS: readonly Supplier[] = [
  {
    supplierId: 'northfield',
    name: 'Northfield Dry Goods',
    leadTimeDays: 3,
    leadTimeStdDays: 0.8,
    minimumOrderCases: 1,
  },
  { supplierId: 'riverside', name: 'Riverside Beverages', leadTimeDays: 2, leadTimeStdDays: 0.5, minimumOrderCases: 2 },
  { supplierId: 'daybreak', name: 'Daybreak Dairy', leadTimeDays: 1, leadTimeStdDays: 0.2, minimumOrderCases: 1 },
  { supplierId: 'larder', name: 'The Larder Company', leadTimeDays: 4, leadTimeStdDays: 1.2, minimumOrderCases: 1 },
  {
    supplierId: 'brightside',
    name: 'Brightside Home & Care',
    leadTimeDays: 6,
    leadTimeStdDays: 1.5,
    minimumOrderCases: 2,
  },
];
