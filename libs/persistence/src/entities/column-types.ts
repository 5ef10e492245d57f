import type { ColumnOptions } from 'typeorm';

/** Column kinds that many tables share. */
export const moment = { type: 'timestamptz' } as const satisfies ColumnOptions;
export const momentOrNull = { type: 'timestamptz', nullable: true } as const satisfies ColumnOptions;
export const text = { type: 'text' } as const satisfies ColumnOptions;
export const textOrNull = { type: 'text', nullable: true } as const satisfies ColumnOptions;
export const whole = { type: 'integer' } as const satisfies ColumnOptions;
export const fractional = { type: 'double precision' } as const satisfies ColumnOptions;
export const fractionalOrNull = { type: 'double precision', nullable: true } as const satisfies ColumnOptions;
export const json = { type: 'jsonb' } as const satisfies ColumnOptions;
export const jsonOrNull = { type: 'jsonb', nullable: true } as const satisfies ColumnOptions;
