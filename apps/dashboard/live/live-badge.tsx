'use client';
import { Tooltip } from '@mantine/core';
import classes from './live-badge.module.css';
import { useLive } from './live-context';
import type { LiveStatus } from './live-status';

const TEXT: Record<LiveStatus, { label: string; explanation: string }> = {
  connecting: { label: 'Connecting…', explanation: 'Opening the event stream.' },
  live: { label: 'Live', explanation: 'Changes appear by themselves, as they happen.' },
  reconnecting: {
    label: 'Reconnecting…',
    explanation: 'The event stream was lost and is being opened again. Figures may be some seconds old.',
  },
};

/** Whether what one sees is up to date. */
export function LiveBadge() {
  const { status } = useLive();
  const { label, explanation } = TEXT[status];
  return (
    <Tooltip label={explanation} multiline maw={260}>
      <span
        className={classes.badge}
        data-status={status}
        role="status"
        aria-label={`Event stream: ${label}`}
        tabIndex={0}
      >
        <span className={classes.dot} aria-hidden />
        {label}
      </span>
    </Tooltip>
  );
}
