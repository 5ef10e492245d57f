import { Timeline } from '@mantine/core';
import type { Reorder } from '../../monitoring/types';
import { formatMoment } from '../../time/format-clock';
import { REORDER_STATES } from './reorder-state';
import classes from './reorder-history.module.css';

/** Every step of an order: when, who, and why. */
export function ReorderHistory({ reorder, timeZone }: { reorder: Reorder; timeZone: string }) {
  const { history } = reorder;
  return (
    <Timeline active={history.length - 1} bulletSize={14} lineWidth={2}>
      {history.map(({ state, changedAt, reason, actor }) => (
        <Timeline.Item
          key={`${state} ${changedAt}`}
          title={<span className={classes.state}>{REORDER_STATES[state].label}</span>}
        >
          <p className={classes.words}>{reason}</p>
          <p className={classes.when}>
            <time dateTime={changedAt}>{formatMoment(new Date(changedAt), timeZone)}</time>, {actor}
          </p>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
