'use client';
import { Button, Group, MultiSelect, NumberInput } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { DataSetDetail, Freeze } from '../../retraining/types';
import classes from '../models/panel.module.css';
import freeze from './freeze-options.module.css';

/** What retraining takes when nothing else is said. */
const USUAL = { validation: 15, test: 15, seed: 1, maxPerClass: '' as number | '', holdOut: [] as string[] };
/** Percent that must be left to learn from is 20. */
const MOST_KEPT = 80;

/** How a freeze deals the pictures; what is usual needs nothing but the button. */
export function FreezeOptions(props: {
  classList: DataSetDetail['classList'];
  busy: boolean;
  /** What is frozen now would lack the rest of the import. */
  isImporting: boolean;
  onFreeze: (request: Freeze) => void;
}) {
  const { classList, busy, isImporting, onFreeze } = props;
  const [choice, setChoice] = useState(USUAL);
  const set = (change: Partial<typeof USUAL>) => setChoice((before) => ({ ...before, ...change }));
  const isTooMuch = choice.validation + choice.test > MOST_KEPT;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { validation, test, seed, maxPerClass, holdOut } = choice;
    onFreeze({
      ...{ validation: validation / 100, test: test / 100, seed, holdOut },
      ...(maxPerClass === '' ? {} : { maxPerClass }),
    });
  }

  return (
    <form onSubmit={submit} className={freeze.form} aria-label="Freeze">
      <details>
        <summary>How pictures are dealt</summary>
        <Group gap="sm" mt="xs" align="flex-start">
          <NumberInput
            {...{ size: 'xs', w: 110, label: 'Tune', suffix: ' %', min: 0, max: 50, value: choice.validation }}
            onChange={(value) => set({ validation: Number(value) })}
          />
          <NumberInput
            {...{ size: 'xs', w: 110, label: 'Measure', suffix: ' %', min: 0, max: 50, value: choice.test }}
            error={isTooMuch && 'Leave 20 % to learn from'}
            onChange={(value) => set({ test: Number(value) })}
          />
          <NumberInput
            {...{ size: 'xs', w: 90, label: 'Seed', min: 0, value: choice.seed }}
            onChange={(value) => set({ seed: Number(value) })}
          />
          <NumberInput
            {...{ size: 'xs', w: 150, label: 'Most pictures a class', placeholder: 'all', min: 2 }}
            value={choice.maxPerClass}
            onChange={(value) => set({ maxPerClass: value === '' ? '' : Number(value) })}
          />
          <MultiSelect
            {...{ size: 'xs', miw: 220, label: 'Held out, to test strangers', searchable: true, limit: 30 }}
            placeholder={choice.holdOut.length === 0 ? 'none' : ''}
            data={classList.map(({ label, name }) => ({ value: label, label: name }))}
            value={choice.holdOut}
            onChange={(holdOut) => set({ holdOut })}
          />
        </Group>
      </details>
      <Button
        type="submit"
        size="xs"
        loading={busy}
        disabled={isTooMuch || isImporting}
        leftSection={<IconSnowflake size={15} stroke={1.8} aria-hidden />}
      >
        Freeze what is there now
      </Button>
      {isImporting && (
        <p className={classes.dim}>When the import has ended, what came with it can be frozen as well.</p>
      )}
    </form>
  );
}
