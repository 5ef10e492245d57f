/**
 * The columns that are read, by row type; 0 is the type itself. New versions of the program only add columns at the end, so that these hold for all
 * of them (V8 to 2024.4).
 */
export const PLANOGRAM = { name: 1, key: 2, width: 3, height: 4, depth: 5 } as const;
export const SEGMENT = { name: 1, key: 2, x: 3, width: 4, y: 5, height: 6, offsetX: 10 } as const;
export const FIXTURE = { type: 1, name: 2, key: 3, x: 4, width: 5, y: 6, height: 7 } as const;
export const POSITION = {
  ...{ upc: 1, id: 2, x: 4, width: 5, y: 6, height: 7 },
  ...{ merchStyle: 13, hFacings: 14, vFacings: 15, dFacings: 16 },
} as const;
export const PRODUCT = {
  ...{ upc: 1, id: 2, name: 3, width: 5, height: 6, depth: 7 },
  ...{ category: 13, price: 33, caseTotal: 60, brand: 232 },
} as const;

/** How many items one unit of a merchandising style holds, by its code: columns of the product. Style 0 is the single item. */
export const UNITS_OF_STYLE: Readonly<Record<number, { wide: number; high: number; deep: number; total: number }>> = {
  1: { wide: 49, high: 50, deep: 51, total: 52 },
  2: { wide: 57, high: 58, deep: 59, total: 60 },
  3: { wide: 65, high: 66, deep: 67, total: 68 },
  4: { wide: 73, high: 74, deep: 75, total: 76 },
};

/** Fixture types that hold nothing: obstruction, sign, space for another planogram. */
export const HOLDS_NOTHING: ReadonlySet<string> = new Set(['10', '11', '13']);
/** Fixture types whose products hang at any height: pegboards. */
export const PEGBOARDS: ReadonlySet<string> = new Set(['7', '8']);

/** Row types that have no part in where products stand. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['Project', 'Performance', 'Divider', 'Drawing', 'Supplier']);
