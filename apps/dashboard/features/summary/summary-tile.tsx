import { Skeleton, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './summary-tile.module.css';

export interface SummaryTileProps {
  label: string;
  /** Null while it loads. */
  value: ReactNode | null;
  note: ReactNode;
  /** How the figure is calculated; shown on hover and focus. */
  formula: string;
  tone?: 'red' | 'amber' | 'violet' | 'green' | 'plain';
}

/** One figure of the shop, with its formula at hand. */
export function SummaryTile({ label, value, note, formula, tone = 'plain' }: SummaryTileProps) {
  return (
    <div className={classes.tile} data-tone={tone}>
      <div className={classes.label}>
        <span>{label}</span>
        <Tooltip label={formula} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
          <button type="button" className={classes.info} aria-label={`How “${label}” is calculated: ${formula}`}>
            <IconInfoCircle size={15} stroke={1.7} aria-hidden />
          </button>
        </Tooltip>
      </div>
      {value === null ? <Skeleton h={30} w={72} my={4} /> : <div className={classes.value}>{value}</div>}
      {value === null ? <Skeleton h={12} w={110} /> : <div className={classes.note}>{note}</div>}
    </div>
  );
}
