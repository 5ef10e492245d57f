'use client';
import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { getSamples, relabel } from '../../retraining/api';
import { trainingPicture } from '../../retraining/picture-address';
import type { DataSetDetail } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { plural } from '../../text/plural';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { nextPlace } from '../labelling/next-place';
import grid from '../labelling/picture-grid.module.css';

const SHOWN = 200;
type Class = DataSetDetail['classList'][number];

/** Pictures of one class: choose by click or space, walk with the arrows, then move or take out. */
export function SampleGrid(props: {
  dataSet: string;
  of: Class;
  all: readonly Class[];
  mayChange: boolean;
  onChanged: () => void;
}) {
  const { dataSet, of, all, mayChange, onChanged } = props;
  const { data, problem, refresh } = usePolled(
    `samples ${dataSet} ${of.label}`,
    (signal) => getSamples(dataSet, of.label, SHOWN, signal),
    null,
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState('');

  const toggle = (sampleId: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(sampleId)) after.add(sampleId);
      return after;
    });

  async function move(label: string | null, done: string): Promise<void> {
    const went = await doAndTell(done, plural(chosen.size, 'picture'), () => relabel(dataSet, [...chosen], label));
    if (went) setChosen(new Set());
    refresh();
    onChanged();
  }

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-picture]')];
    const place = nextPlace(
      event.key,
      buttons.indexOf(document.activeElement as HTMLElement),
      buttons.length,
      columnsOf(buttons),
    );
    if (place === undefined) return;
    event.preventDefault();
    buttons[place]?.focus();
  }

  return (
    <section className={classes.panel} aria-label={`Pictures of ${of.name}`}>
      <h2>{of.name}</h2>
      {problem !== null && <FailureNotice problem={problem} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={120} />}
      <div className={grid.grid} onKeyDown={walk}>
        {data?.samples.map(({ sampleId, pictureUrl, golden, group }) => (
          <button
            key={sampleId}
            type="button"
            data-picture
            className={grid.picture}
            aria-pressed={chosen.has(sampleId)}
            onClick={() => toggle(sampleId)}
            title={`${group}${golden ? ', golden' : ''}`}
          >
            <img src={trainingPicture(pictureUrl)} alt={`${of.name}, ${group}`} loading="lazy" />
          </button>
        ))}
      </div>
      {mayChange && chosen.size > 0 && (
        <Group gap="xs" mt="sm" align="flex-end">
          <NativeSelect
            size="xs"
            label={`${plural(chosen.size, 'picture')} to`}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[
              { value: '', label: 'choose a class' },
              ...all.map(({ label, name }) => ({ value: label, label: name })),
            ]}
          />
          <Button size="xs" disabled={to === ''} onClick={() => void move(to, 'Moved')}>
            Move
          </Button>
          <Button size="xs" color="red" variant="light" onClick={() => void move(null, 'Taken out')}>
            Take out
          </Button>
        </Group>
      )}
    </section>
  );
}

/** How many stand side by side: those in the first row. */
export const columnsOf = (buttons: readonly HTMLElement[]): number =>
  Math.max(1, buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length);
