'use client';
import { TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { DataSetDetail } from '../../retraining/types';
import classes from '../models/panel.module.css';
import balance from './class-balance.module.css';

/** Every class with its number of pictures as a bar, the smallest first; one of them can be looked through. */
export function ClassBalance(props: {
  classList: DataSetDetail['classList'];
  chosen: string | null;
  onChoose: (label: string) => void;
}) {
  const { classList, chosen, onChoose } = props;
  const [search, setSearch] = useState('');
  const most = Math.max(1, ...classList.map(({ samples }) => samples));
  const shown = useMemo(() => {
    const wanted = search.toLowerCase();
    return classList
      .filter(({ name, label }) => name.toLowerCase().includes(wanted) || label.includes(wanted))
      .sort((a, b) => a.samples - b.samples || a.name.localeCompare(b.name));
  }, [classList, search]);
  return (
    <section className={classes.panel} aria-label="Classes">
      <h2>Classes</h2>
      <TextInput
        size="xs"
        mb="xs"
        placeholder="Name or GTIN"
        aria-label="Search a class"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={classes.scroll}>
        {shown.map(({ label, name, samples, golden }) => (
          <UnstyledButton
            key={label}
            className={balance.class}
            aria-pressed={label === chosen}
            onClick={() => onChoose(label)}
          >
            <span className={balance.name}>{name}</span>
            <span className={balance.count}>
              {samples}
              {golden > 0 && ` (${golden} golden)`}
            </span>
            <span className={balance.bar} style={{ width: `${(samples / most) * 100}%` }} />
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
