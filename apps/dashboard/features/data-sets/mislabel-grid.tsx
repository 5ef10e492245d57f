'use client';
import { Button, Skeleton } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { getMislabelSearch, relabel } from '../../retraining/api';
import type { DataSetDetail, MislabelSuspect } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { plural } from '../../text/plural';
import { nextOpen, targetsOf } from '../labelling/grid-choice';
import { picturesIn } from '../labelling/grid-elements';
import { labelChoices } from '../labelling/label-choices';
import grid from '../labelling/picture-grid.module.css';
import { useGridChoice } from '../labelling/use-grid-choice';
import { doAndTell } from '../models/do-and-tell';
import { MislabelBar } from './mislabel-bar';
import { mislabelAction } from './mislabel-key';
import { MislabelTile } from './mislabel-tile';
import { answerTo, changesOf } from './mislabel-words';

/** Pictures shown at first, and more with each press. */
const STEP = 120;
const NO_SUSPECTS: readonly MislabelSuspect[] = [];

/** What a search found, the most suspect first: give pictures the likelier label or another one, or take them out. */
export function MislabelGrid(props: {
  dataSet: string;
  searchId: string;
  classList: DataSetDetail['classList'];
  mayChange: boolean;
  onChanged: () => void;
}) {
  const { dataSet, searchId, classList, mayChange, onChanged } = props;
  const { data, problem, refresh } = usePolled(
    `search ${searchId}`,
    (signal) => getMislabelSearch(dataSet, searchId, signal),
    null,
  );
  const [shown, setShown] = useState(STEP);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  /** What the last step changed, with the labels of before, so that it can be put back. */
  const [changed, setChanged] = useState<readonly (readonly [string, string | null])[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const pictures = useRef<HTMLDivElement>(null);
  const all = data?.suspects ?? NO_SUSPECTS;
  const suspects = useMemo(() => all.slice(0, shown), [all, shown]);
  const ids = useMemo(() => suspects.map(({ sampleId }) => sampleId), [suspects]);
  const { chosen, place, setPlace, choose, clear, walk, click } = useGridChoice(ids);
  const choices = useMemo(() => labelChoices(classList), [classList]);
  const names = useMemo(() => new Map(classList.map(({ label, name }) => [label, name])), [classList]);
  const nameOf = (label: string): string => names.get(label) ?? label;
  const here = ids[Math.min(place, ids.length - 1)];
  const targets = here === undefined ? [] : targetsOf(chosen, here);

  async function change(done: string, wanted: readonly (readonly [string, string | null])[]): Promise<boolean> {
    setBusy(true);
    const went = await doAndTell(done, plural(wanted.length, 'picture'), async () => {
      for (const { sampleIds, label } of changesOf(wanted)) await relabel(dataSet, sampleIds, label);
    });
    setBusy(false);
    refresh();
    onChanged();
    return went;
  }

  async function give(done: string, labelOf: (suspect: MislabelSuspect) => string | null): Promise<void> {
    if (busy || targets.length === 0) return;
    setTyped('');
    const them = suspects.filter(({ sampleId }) => targets.includes(sampleId));
    const went = await change(
      done,
      them.map((suspect) => [suspect.sampleId, labelOf(suspect)]),
    );
    if (!went) return;
    setChanged(them.map(({ sampleId, labelNow }) => [sampleId, labelNow]));
    const answered = new Set(suspects.filter((it) => answerTo(it) !== undefined).map(({ sampleId }) => sampleId));
    const to = nextOpen(ids, targets, (id) => answered.has(id));
    clear(to);
    picturesIn(pictures.current)[to]?.focus();
  }
  const giveLikelier = (): Promise<void> => give('Moved', ({ suggested }) => suggested);
  const takeOut = (): Promise<void> => give('Taken out', () => null);

  function press(event: KeyboardEvent): void {
    const action = mayChange ? mislabelAction(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    if (action.do === 'give-likelier') void giveLikelier();
    else if (action.do === 'take-out') void takeOut();
    else if (action.do === 'choose-all') choose(ids);
    else if (action.do === 'clear') clear();
    else if (action.do === 'search') {
      setTyped(action.text);
      search.current?.focus();
    }
  }

  return (
    <>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={120} />}
      {mayChange && suspects.length > 0 && (
        <MislabelBar
          {...{ search, choices, typed, busy, targets: targets.length }}
          canPutBack={changed.length > 0}
          onType={setTyped}
          onName={(label) => void give('Moved', () => label)}
          onLeave={() => picturesIn(pictures.current)[place]?.focus()}
          onGiveLikelier={() => void giveLikelier()}
          onTakeOut={() => void takeOut()}
          onPutBack={() => void change('Put back', changed).then((went) => went && setChanged([]))}
        />
      )}
      <div
        ref={pictures}
        className={`${grid.grid} ${grid.large}`}
        role="group"
        aria-label="Doubtful pictures, the most suspect first; arrow keys walk, shift chooses several"
        onKeyDown={(event) => {
          if (!walk(event)) press(event);
        }}
      >
        {suspects.map((suspect, at) => (
          <MislabelTile
            key={suspect.sampleId}
            suspect={suspect}
            nameOf={nameOf}
            chosen={chosen.has(suspect.sampleId)}
            focusable={suspect.sampleId === here}
            onClick={(event) => click(event, at)}
            onFocus={() => setPlace(at)}
          />
        ))}
      </div>
      {shown < all.length && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setShown((before) => before + STEP)}>
          Show more of {all.length}
        </Button>
      )}
    </>
  );
}
