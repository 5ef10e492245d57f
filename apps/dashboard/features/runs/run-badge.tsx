import type { Run } from '../../retraining/types';
import classes from '../reorders/state-badge.module.css';
import { RUN_STATES } from './run-states';

export function RunBadge({ state }: { state: Run['state'] }) {
  const { label, tone } = RUN_STATES[state];
  return (
    <span className={classes.badge} data-tone={tone}>
      {label}
    </span>
  );
}
