import type { ShelfSlot } from '../../monitoring/types';
import classes from './slot-list.module.css';
import { StatusBadge } from './status-badge';

/** The slots of a picture that need attention, to pick from. */
export function SlotList({ slots, onSelect }: { slots: readonly ShelfSlot[]; onSelect: (slotId: string) => void }) {
  return (
    <ul className={classes.list}>
      {slots.map((slot) => (
        <li key={slot.slotId}>
          <button type="button" onClick={() => onSelect(slot.slotId)}>
            <span className={classes.name}>{slot.product.name}</span>
            <span className={classes.place}>
              Shelf {slot.shelf}, position {slot.position}
            </span>
            <StatusBadge status={slot.status} />
          </button>
        </li>
      ))}
    </ul>
  );
}
