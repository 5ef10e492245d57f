import type { SlotStatus } from '../../monitoring/types';
import classes from './shelf-legend.module.css';
import { SLOT_STATUS_ORDER, SLOT_STATUSES } from './slot-status';

/** What the outlines mean and how many there are; a press shows one state alone. */
export function ShelfLegend(props: {
  counts: Record<SlotStatus, number>;
  only: SlotStatus | null;
  onChoose: (only: SlotStatus | null) => void;
}) {
  const { counts, only, onChoose } = props;
  return (
    <div className={classes.legend} role="group" aria-label="Legend: show one state alone">
      {SLOT_STATUS_ORDER.map((status) => (
        <button
          key={status}
          type="button"
          className={classes.entry}
          aria-pressed={only === status}
          data-faded={(only !== null && only !== status) || undefined}
          title={SLOT_STATUSES[status].meaning}
          onClick={() => onChoose(only === status ? null : status)}
        >
          <svg width="20" height="14" aria-hidden>
            <rect x="2" y="2" width="16" height="10" rx="2" className={classes.sample} data-status={status} />
          </svg>
          {SLOT_STATUSES[status].label}
          <b>{counts[status]}</b>
        </button>
      ))}
    </div>
  );
}
