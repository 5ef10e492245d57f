import type { KeyboardEvent } from 'react';
import type { ShelfSlot } from '../../monitoring/types';
import { facingDividers, type PictureSize, slotOutline } from './slot-outline';
import classes from './slot-shape.module.css';
import { SLOT_STATUSES } from './slot-status';

export interface SlotShapeProps {
  slot: ShelfSlot;
  size: PictureSize;
  faded: boolean;
  selected: boolean;
  /** One slot at a time is a stop of the tab key. */
  focusable: boolean;
  onSelect: (slotId: string) => void;
  onPoint: (slotId: string) => void;
}

/** One slot's outline. States differ in line and colour, so that nobody depends on colours. */
export function SlotShape({ slot, size, faded, selected, focusable, onSelect, onPoint }: SlotShapeProps) {
  const points = slotOutline(slot.quads, size);
  if (points === '') return null;
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect(slot.slotId);
  }
  return (
    <g
      className={classes.slot}
      data-slot-id={slot.slotId}
      data-status={slot.status}
      data-faded={faded || undefined}
      data-selected={selected || undefined}
      role="button"
      tabIndex={focusable ? 0 : -1}
      aria-pressed={selected}
      aria-label={`${SLOT_STATUSES[slot.status].label}: ${slot.product.name}, shelf ${slot.shelf}, position ${slot.position}`}
      onClick={() => onSelect(slot.slotId)}
      onFocus={() => onPoint(slot.slotId)}
      onMouseEnter={() => onPoint(slot.slotId)}
      onKeyDown={press}
    >
      <polygon className={classes.halo} points={points} />
      <polygon className={classes.outline} points={points} />
      {facingDividers(slot.quads, size).map((line) => (
        <polyline key={line} className={classes.divider} points={line} />
      ))}
    </g>
  );
}
