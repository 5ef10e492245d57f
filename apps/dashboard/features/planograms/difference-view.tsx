'use client';
import type { PlanogramDifference } from '../../monitoring/types';
import { plural } from '../../text/plural';
import classes from './difference-view.module.css';
import { changeGroups } from './planogram-words';

const ROWS_OPEN = 12;

/** What a planogram changes, slot by slot. */
export function DifferenceView(props: { difference: PlanogramDifference; nameOf: (gtin: string) => string }) {
  const { difference, nameOf } = props;
  const groups = changeGroups(difference);
  return (
    <div className={classes.difference}>
      {groups.length === 0 && <p className={classes.same}>No slot changes.</p>}
      {groups.map(({ id, label, rows }) => (
        <details key={id} open={rows.length <= ROWS_OPEN} className={classes.group} data-kind={id}>
          <summary>
            {label} <b>{rows.length}</b>
          </summary>
          <ul>
            {rows.map(({ slotId, gtin, text }) => (
              <li key={slotId}>
                <b title={gtin}>{nameOf(gtin)}</b> <span>{text}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p className={classes.same}>
        {plural(difference.unchanged.length, 'slot')}{' '}
        {difference.unchanged.length === 1 ? 'stays as it is' : 'stay as they are'}.
      </p>
    </div>
  );
}
