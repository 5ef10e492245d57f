/** What KPIs can be told apart by. */
export const KPI_GROUPINGS = ['store', 'category', 'aisle', 'supplier', 'hour'] as const;
export type KpiGrouping = (typeof KPI_GROUPINGS)[number];

/** Rows by key, in order of first appearance; every row lands in exactly one group. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
