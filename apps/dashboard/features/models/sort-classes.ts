import type { Evaluation } from '../../retraining/types';

export type ClassFigures = Evaluation['classes'][number];
export type ClassColumn = 'name' | 'precision' | 'recall' | 'f1' | 'support';

export interface ClassOrder {
  by: ClassColumn;
  descending: boolean;
}

/** The least certain first: what one looks for. */
export const WORST_FIRST: ClassOrder = { by: 'f1', descending: false };

/** The order after a column's heading was pressed: the same column turns round. Pure. */
export const pressed = (order: ClassOrder, by: ClassColumn): ClassOrder =>
  order.by === by ? { by, descending: !order.descending } : { by, descending: false };

/** Among equals, what was measured on more pictures comes first, as it says more; what was not measured comes last. Pure. */
export function sortClasses(classes: readonly ClassFigures[], { by, descending }: ClassOrder): ClassFigures[] {
  const sign = descending ? -1 : 1;
  const compare = (a: ClassFigures, b: ClassFigures): number =>
    by === 'name' ? a.name.localeCompare(b.name, undefined, { numeric: true }) : a[by] - b[by];
  const unmeasured = ({ support }: ClassFigures): number => (support === 0 && by !== 'name' ? 1 : 0);
  return [...classes].sort(
    (a, b) =>
      unmeasured(a) - unmeasured(b) || sign * compare(a, b) || b.support - a.support || a.label.localeCompare(b.label),
  );
}
