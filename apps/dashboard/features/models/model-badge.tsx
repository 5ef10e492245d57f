import type { ModelState } from '../../retraining/types';
import classes from '../reorders/state-badge.module.css';
import { MODEL_STATES } from './model-states';

export function ModelBadge({ state }: { state: ModelState }) {
  const { label, meaning, tone } = MODEL_STATES[state];
  return (
    <span className={classes.badge} data-tone={tone} title={meaning}>
      {label}
    </span>
  );
}
