'use client';
import { Button, MultiSelect, TextInput } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { FieldProblem } from '../../monitoring/api-problem';
import type { ClaimsChoice } from '../../monitoring/claims-api';
import type { Store } from '../../monitoring/types';
import { instantOf, localText } from '../../time/zoned-time';
import { problemAt } from '../inventory/policy-form';
import panel from '../models/panel.module.css';
import { claimsAddress } from './claims-address';
import classes from './claims-form.module.css';

/** Which stores and which days are compared. What is wrong stands next to its field, in the service's words. */
export function ClaimsForm(props: {
  choice: ClaimsChoice;
  stores: readonly Store[];
  timeZone: string;
  errors: readonly FieldProblem[];
  onChoose: (choice: ClaimsChoice) => void;
}) {
  const { choice, stores, timeZone, errors, onChoose } = props;
  const [form, setForm] = useState(choice);
  const [changed, setChanged] = useState(() => shown(choice.changedAt, timeZone));
  const address = claimsAddress(choice);
  const [filledFor, setFilledFor] = useState(address);
  if (filledFor !== address) {
    // Another address came, by the back button for instance.
    setFilledFor(address);
    setForm(choice);
    setChanged(shown(choice.changedAt, timeZone));
  }
  const instant = instantOf(changed, timeZone);
  const change = (part: Partial<ClaimsChoice>): void => setForm((old) => ({ ...old, ...part }));
  /** A store on one side cannot be on the other. */
  const options = (taken: readonly string[]) =>
    stores.map(({ storeId, name }) => ({ value: storeId, label: name, disabled: taken.includes(storeId) }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (instant !== undefined && form.stores.length > 0) onChoose({ ...form, changedAt: instant.toISOString() });
  }
  return (
    <form className={panel.panel} onSubmit={submit} noValidate aria-label="What is compared">
      <div className={classes.fields}>
        <MultiSelect
          size="xs"
          label="Stores with the change"
          data={options(form.controlStores)}
          value={[...form.stores]}
          error={form.stores.length === 0 ? 'Choose at least one store.' : problemAt(errors, 'stores')}
          onChange={(chosen) => change({ stores: chosen })}
        />
        <MultiSelect
          size="xs"
          label="Control stores, without it"
          placeholder={form.controlStores.length === 0 ? 'None' : ''}
          data={options(form.stores)}
          value={[...form.controlStores]}
          error={problemAt(errors, 'controlStores')}
          onChange={(chosen) => change({ controlStores: chosen })}
        />
        <TextInput
          type="datetime-local"
          size="xs"
          label={`Changed at (time in ${timeZone})`}
          value={changed}
          error={instant === undefined ? 'Choose a day and a time.' : problemAt(errors, 'changedAt')}
          onChange={(event) => setChanged(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Days before, and as many after"
          inputMode="numeric"
          value={form.days}
          error={problemAt(errors, 'days')}
          onChange={(event) => change({ days: event.currentTarget.value })}
        />
      </div>
      <Button type="submit" size="xs" mt="sm" leftSection={<IconScale size={15} stroke={1.8} aria-hidden />}>
        Compare
      </Button>
    </form>
  );
}

/** An address may say anything. */
const shown = (moment: string, timeZone: string): string =>
  Number.isNaN(Date.parse(moment)) ? '' : localText(new Date(moment), timeZone);
