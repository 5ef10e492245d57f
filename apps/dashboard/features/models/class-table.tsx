'use client';
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Evaluation } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import classes from './panel.module.css';

type Order = 'worst' | 'name';

/** Every class, the worst first unless asked otherwise. */
export function ClassTable({ evaluation }: { evaluation: Evaluation }) {
  const [order, setOrder] = useState<Order>('worst');
  const rows = useMemo(
    () =>
      [...evaluation.classes].sort((a, b) =>
        order === 'name' ? a.name.localeCompare(b.name) : a.f1 - b.f1 || b.support - a.support,
      ),
    [evaluation, order],
  );
  return (
    <section className={classes.panel}>
      <h2>Classes, on {evaluation.items} pictures that it had not seen</h2>
      <SegmentedControl
        size="xs"
        mb="xs"
        value={order}
        onChange={(value) => setOrder(value as Order)}
        data={[
          { value: 'worst', label: 'Worst first' },
          { value: 'name', label: 'By name' },
        ]}
        aria-label="Order of the classes"
      />
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Figures of every class">
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Product</th>
              <th>Precision</th>
              <th>Recall</th>
              <th>F1</th>
              <th>Pictures</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, name, precision, recall, f1, support }) => (
              <tr key={label}>
                <td title={label}>{name}</td>
                <td>{formatPercent(precision)}</td>
                <td>{formatPercent(recall)}</td>
                <td>{formatPercent(f1)}</td>
                <td>{support}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
