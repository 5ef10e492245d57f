'use client';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ShelfSlot } from '../../monitoring/types';
import classes from './slot-panel.module.css';
import { SlotCard } from './slot-card';
import { SlotList } from './slot-list';

const NEEDS_ATTENTION: readonly ShelfSlot['status'][] = ['empty', 'low', 'misplaced'];

/** Beside the picture: the slot that is pointed at or chosen, else the slots that need attention. */
export function SlotPanel(props: {
  slots: readonly ShelfSlot[];
  shown: ShelfSlot | undefined;
  selected: boolean;
  timeZone: string;
  onSelect: (slotId: string | null) => void;
}) {
  const { slots, shown, selected, timeZone, onSelect } = props;
  const wanting = slots.filter(({ status }) => NEEDS_ATTENTION.includes(status));
  return (
    <aside className={classes.panel} aria-label="Slot">
      {shown !== undefined ? (
        <>
          {selected && (
            <ActionIcon
              className={classes.close}
              variant="subtle"
              color="gray"
              aria-label="Close this slot"
              onClick={() => onSelect(null)}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          )}
          <SlotCard slot={shown} timeZone={timeZone} />
        </>
      ) : (
        <>
          <h2 className={classes.heading}>Needs attention</h2>
          <p className={classes.hint}>Point at a slot in the picture, or tap it, to see what is known about it.</p>
          {wanting.length === 0 ? (
            <p className={classes.hint}>Every slot that is seen holds its product.</p>
          ) : (
            <SlotList slots={wanting} onSelect={onSelect} />
          )}
        </>
      )}
    </aside>
  );
}
