'use client';
import type { KeyboardEvent } from 'react';
import { pictureAddress } from '../../monitoring/picture-address';
import type { CameraShelf, ShelfSlot, SlotStatus } from '../../monitoring/types';
import classes from './shelf-picture.module.css';
import type { Freshness } from './picture-freshness';
import { SlotShape } from './slot-shape';
import { stepFrom } from './slot-steps';
import { useLoadedPicture } from './use-loaded-picture';

export interface ShelfPictureProps {
  picture: NonNullable<CameraShelf['picture']>;
  /** In reading order. */
  slots: readonly ShelfSlot[];
  only: SlotStatus | null;
  selectedId: string | null;
  freshness: Freshness;
  cameraName: string;
  onSelect: (slotId: string | null) => void;
  onPoint: (slotId: string | null) => void;
}

/** A camera's last picture, every slot outlined by its state. Arrow keys walk from slot to slot. */
export function ShelfPicture(props: ShelfPictureProps) {
  const { picture, slots, only, selectedId, freshness, cameraName, onSelect, onPoint } = props;
  const address = useLoadedPicture(pictureAddress(picture.url));
  const focusable = slots.some(({ slotId }) => slotId === selectedId) ? selectedId : slots[0]?.slotId;

  function walk(event: KeyboardEvent<SVGSVGElement>): void {
    if (event.key === 'Escape') onSelect(null);
    const from = focusable ?? '';
    const next = stepFrom(slots, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.slotId);
    event.currentTarget.querySelector<SVGGElement>(`[data-slot-id="${CSS.escape(next.slotId)}"]`)?.focus();
  }

  return (
    <div
      className={classes.frame}
      style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      data-freshness={freshness}
    >
      <img src={address} alt={`Last picture of ${cameraName}`} />
      <svg
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        preserveAspectRatio="none"
        role="group"
        aria-label={`Slots in the picture of ${cameraName}; arrow keys walk from slot to slot`}
        onKeyDown={walk}
        onMouseLeave={() => onPoint(null)}
      >
        {slots.map((slot) => (
          <SlotShape
            key={slot.slotId}
            slot={slot}
            size={picture}
            faded={only !== null && slot.status !== only}
            selected={slot.slotId === selectedId}
            focusable={slot.slotId === focusable}
            onSelect={onSelect}
            onPoint={onPoint}
          />
        ))}
      </svg>
    </div>
  );
}
