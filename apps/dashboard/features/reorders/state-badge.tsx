import type { ReorderState } from '../../monitoring/types';
import { REORDER_STATES } from './reorder-state';
import classes from './state-badge.module.css';

export function StateBadge({ state }: { state: ReorderState }) {
  const { label, meaning, tone } = REORDER_STATES[state];
  return (
    <span className={classes.badge} data-tone={tone} title={meaning}>
      {label}
    </span>
  );
}
