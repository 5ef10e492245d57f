'use client';
import { Button, Group, Kbd, Skeleton } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { getSamples, relabel } from '../../retraining/api';
import { trainingPicture } from '../../retraining/picture-address';
import type { DataSetDetail, Sample } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { plural } from '../../text/plural';
import { targetsOf } from '../labelling/grid-choice';
import { picturesIn } from '../labelling/grid-elements';
import { labelChoices } from '../labelling/label-choices';
import hints from '../labelling/labelling.module.css';
import grid from '../labelling/picture-grid.module.css';
import { ProductSearch } from '../labelling/product-search';
import { useGridChoice } from '../labelling/use-grid-choice';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { sampleAction } from './sample-key';

/** Pictures shown at first, and more with each press; the most that retraining gives at once is 500. */
const STEP = 120;
const MOST = 500;
const NO_SAMPLES: readonly Sample[] = [];
type Class = DataSetDetail['classList'][number];

/** Pictures of one class: walk with the arrows, choose with Space or Shift, move them to another class or take them out. */
export function SampleGrid(props: {
  dataSet: string;
  of: Class;
  all: readonly Class[];
  mayChange: boolean;
  onChanged: () => void;
}) {
  const { dataSet, of, all, mayChange, onChanged } = props;
  const [limit, setLimit] = useState(STEP);
  const { data, problem, refresh } = usePolled(
    `samples ${dataSet} ${of.label}`,
    (signal) => getSamples(dataSet, of.label, limit, signal),
    null,
  );
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  /** What the last step moved or took out, so that it can be put back. */
  const [moved, setMoved] = useState<readonly string[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const pictures = useRef<HTMLDivElement>(null);
  const samples = data?.samples ?? NO_SAMPLES;
  const ids = useMemo(() => samples.map(({ sampleId }) => sampleId), [samples]);
  const { chosen, place, setPlace, choose, clear, walk, click } = useGridChoice(ids);
  const choices = useMemo(() => labelChoices(all).filter(({ value }) => value !== of.label), [all, of]);
  const here = ids[Math.min(place, ids.length - 1)];
  const targets = here === undefined ? [] : targetsOf(chosen, here);

  async function move(label: string | null, done: string): Promise<void> {
    if (busy || targets.length === 0) return;
    setBusy(true);
    setTyped('');
    const went = await doAndTell(done, plural(targets.length, 'picture'), () => relabel(dataSet, targets, label));
    setBusy(false);
    if (went) {
      clear();
      setMoved(targets);
    }
    refresh();
    onChanged();
    picturesIn(pictures.current)[place]?.focus();
  }

  async function putBack(): Promise<void> {
    const count = plural(moved.length, 'picture');
    const went = await doAndTell('Put back', `${count} of ${of.name}`, () => relabel(dataSet, moved, of.label));
    if (went) setMoved([]);
    refresh();
    onChanged();
  }

  function press(event: KeyboardEvent): void {
    const action = mayChange ? sampleAction(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    if (action.do === 'take-out') void move(null, 'Taken out');
    else if (action.do === 'choose-all') choose(ids);
    else if (action.do === 'clear') clear();
    else if (action.do === 'search') {
      setTyped(action.text);
      search.current?.focus();
    }
  }

  return (
    <section className={`${classes.panel} ${classes.wide}`} aria-label={`Pictures of ${of.name}`}>
      <h2>
        {of.name} <span className={classes.dim}>{data && `${samples.length} of ${plural(data.total, 'picture')}`}</span>
      </h2>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={120} />}
      {mayChange && (samples.length > 0 || moved.length > 0) && (
        <Group gap="xs" mb="sm" align="flex-end">
          <ProductSearch
            ref={search}
            label={targets.length === 1 ? 'Move the picture to' : `Move ${targets.length} pictures to`}
            choices={choices}
            typed={typed}
            disabled={busy}
            onType={setTyped}
            onChoose={(label) => void move(label, 'Moved')}
            onLeave={() => picturesIn(pictures.current)[place]?.focus()}
          />
          <Button
            size="xs"
            color="red"
            variant="light"
            loading={busy}
            onClick={() => void move(null, 'Taken out')}
            leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />}
          >
            Take out
          </Button>
          {moved.length > 0 && (
            <Button
              size="xs"
              variant="default"
              onClick={() => void putBack()}
              leftSection={<IconArrowBackUp size={15} stroke={2} aria-hidden />}
            >
              Put back
            </Button>
          )}
          <p className={hints.hints}>
            <span>
              <Kbd size="xs">Space</Kbd> choose
            </span>
            <span>
              <Kbd size="xs">Shift</Kbd> several
            </span>
            <span>
              <Kbd size="xs">Ctrl A</Kbd> all
            </span>
            <span>
              <Kbd size="xs">A … Z, /</Kbd> search
            </span>
            <span>
              <Kbd size="xs">Del</Kbd> take out
            </span>
          </p>
        </Group>
      )}
      <div
        ref={pictures}
        className={grid.grid}
        role="group"
        aria-label={`Pictures of ${of.name}; arrow keys walk, shift chooses several`}
        onKeyDown={(event) => {
          if (!walk(event)) press(event);
        }}
      >
        {samples.map(({ sampleId, pictureUrl, golden, group }, at) => (
          <button
            key={sampleId}
            type="button"
            data-picture
            className={grid.picture}
            aria-pressed={chosen.has(sampleId)}
            tabIndex={sampleId === here ? 0 : -1}
            onClick={(event) => click(event, at)}
            onFocus={() => setPlace(at)}
            title={`${group}${golden ? ', golden' : ''}`}
          >
            <img src={trainingPicture(pictureUrl)} alt={`${of.name}, ${group}`} loading="lazy" decoding="async" />
          </button>
        ))}
      </div>
      {data !== undefined && samples.length < Math.min(data.total, MOST) && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          onClick={() => {
            setLimit((before) => Math.min(MOST, before + STEP));
            refresh();
          }}
        >
          Show more
        </Button>
      )}
      {data !== undefined && data.total > MOST && samples.length >= MOST && (
        <p className={classes.dim}>These are the newest {MOST}.</p>
      )}
    </section>
  );
}
