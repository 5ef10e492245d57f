'use client';
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Evaluation } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import classes from './panel.module.css';
import { type ClassColumn, pressed, sortClasses, WORST_FIRST } from './sort-classes';

const COLUMNS: readonly (readonly [ClassColumn, string])[] = [
  ['name', 'Product'],
  ['precision', 'Precision'],
  ['recall', 'Recall'],
  ['f1', 'F1'],
  ['support', 'Pictures'],
];

/** Every class, the worst first; a column's heading sorts by it. */
export function ClassTable({ evaluation }: { evaluation: Evaluation }) {
  const [order, setOrder] = useState(WORST_FIRST);
  const rows = useMemo(() => sortClasses(evaluation.classes, order), [evaluation, order]);
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <section className={classes.panel}>
      <h2>Classes, on {evaluation.items} pictures that it had not seen</h2>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Figures of every class">
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map(([column, label]) => {
                const isSorted = order.by === column;
                const direction = order.descending ? 'descending' : 'ascending';
                return (
                  <th key={column} scope="col" aria-sort={isSorted ? direction : undefined}>
                    <UnstyledButton
                      className={classes.sort}
                      onClick={() => setOrder((before) => pressed(before, column))}
                    >
                      {label}
                      {isSorted && <Arrow size={13} stroke={2} aria-hidden />}
                    </UnstyledButton>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, name, precision, recall, f1, support }) => (
              <tr key={label}>
                <td title={label}>{name}</td>
                <td>{support === 0 ? '–' : formatPercent(precision)}</td>
                <td>{support === 0 ? '–' : formatPercent(recall)}</td>
                <td>{support === 0 ? '–' : formatPercent(f1)}</td>
                <td>{support}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
