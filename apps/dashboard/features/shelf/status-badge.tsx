import type { SlotStatus } from '../../monitoring/types';
import { SLOT_STATUSES } from './slot-status';
import classes from './status-badge.module.css';

export function StatusBadge({ status }: { status: SlotStatus }) {
  return (
    <span className={classes.badge} data-status={status} title={SLOT_STATUSES[status].meaning}>
      {SLOT_STATUSES[status].label}
    </span>
  );
}
