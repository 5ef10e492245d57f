'use client';
import { Skeleton } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { answerLabelTasks, getKnownLabels, getLabelTasks } from '../../retraining/api';
import type { LabelReason, LabelTask } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { plural } from '../../text/plural';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayLabel } from '../session/permissions';
import { answer, answerEach, NO_ANSWERS, undo } from './draft-answers';
import { nextOpen, targetsOf } from './grid-choice';
import { picturesIn } from './grid-elements';
import { LabelBar } from './label-bar';
import { labelChoices } from './label-choices';
import { labelAction } from './label-key';
import { LabelTile } from './label-tile';
import grid from './picture-grid.module.css';
import { ReasonFilter } from './reason-filter';
import { useGridChoice } from './use-grid-choice';

/** With nothing to do, new crops are looked for; while there is, the grid must not move under somebody’s hands. */
const LOOK_AGAIN_MS = 5_000;
const NO_TASKS: readonly LabelTask[] = [];

/** Crops side by side, answered in a draft by keys or pointer, then sent together. */
export function LabellingGrid() {
  const { user, store } = useConsole();
  const may = mayLabel(user.role);
  const [reason, setReason] = useState<LabelReason | undefined>(undefined);
  const { data, problem, refresh } = usePolled(
    `label tasks ${store.storeId} ${reason ?? ''}`,
    (signal) => getLabelTasks(store.storeId, reason, signal),
    null,
  );
  const { data: known } = usePolled('labels that are known', getKnownLabels, null);
  const [draft, setDraft] = useState(NO_ANSWERS);
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState(false);
  const [turn, setTurn] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const tiles = useRef<HTMLDivElement>(null);

  const tasks = data?.tasks ?? NO_TASKS;
  const ids = useMemo(() => tasks.map(({ taskId }) => taskId), [tasks]);
  const { chosen, place, setPlace, clear, walk, click } = useGridChoice(ids);
  const choices = useMemo(
    () =>
      labelChoices(
        known ?? [],
        tasks.flatMap(({ expected, predicted }) => [expected, predicted ?? []].flat()),
      ),
    [known, tasks],
  );
  const nameOf = useMemo(() => new Map(choices.map(({ value, label }) => [value, label])), [choices]);
  useEffect(() => {
    if (data === undefined || data.tasks.length > 0) return;
    const timer = setTimeout(refresh, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [data, refresh]);
  const here = tasks[Math.min(place, tasks.length - 1)];
  const targets = here === undefined ? [] : targetsOf(chosen, here.taskId);

  const focusOn = (to: number): void => picturesIn(tiles.current)[to]?.focus();
  function goOn(): void {
    const to = nextOpen(ids, targets, (id) => draft.now.has(id));
    clear(to);
    focusOn(to);
  }

  function say(labelOf: (task: LabelTask) => string | null | undefined): void {
    const answers = tasks
      .filter(({ taskId }) => targets.includes(taskId))
      .flatMap((task) => {
        const label = labelOf(task);
        return label === undefined ? [] : [[task.taskId, label] as const];
      });
    setDraft((before) => answerEach(before, answers));
    if (answers.length > 0) goOn();
  }
  const confirm = (): void => say(({ predicted }) => predicted?.label);
  const skip = (): void => say(() => null);

  function name(label: string): void {
    setTyped('');
    setDraft((before) => answer(before, targets, label));
    goOn();
  }

  function press(event: KeyboardEvent): void {
    const action = may ? labelAction(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    switch (action.do) {
      case 'confirm':
        return confirm();
      case 'as-planned':
        return say(({ expected }) => expected.label);
      case 'skip':
        return skip();
      case 'undo':
        return setDraft(undo);
      case 'clear':
        return clear();
      case 'send':
        return void send();
      case 'search':
        setTyped(action.text);
        search.current?.focus();
    }
  }

  function filter(to: LabelReason | undefined): void {
    setReason(to);
    clear(0);
    setPlace(0);
  }

  async function send(): Promise<void> {
    if (draft.now.size === 0 || sending) return;
    setSending(true);
    const answers = [...draft.now].map(([taskId, label]) => ({ taskId, label }));
    const went = await doAndTell('Thank you', `${plural(answers.length, 'answer')} taken`, () =>
      answerLabelTasks(answers),
    );
    setSending(false);
    if (!went) return;
    setDraft(NO_ANSWERS);
    clear();
    setTurn((before) => before + 1);
    refresh();
  }

  const saidOf = (taskId: string): string | null | undefined => {
    const label = draft.now.get(taskId);
    return typeof label === 'string' ? (nameOf.get(label) ?? label) : label;
  };
  return (
    <section aria-label="Labelling" className={classes.list} aria-busy={data === undefined}>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      <ReasonFilter reason={reason} turn={turn} onChoose={filter} />
      {may && tasks.length > 0 && (
        <LabelBar
          {...{ search, choices, typed, sending, targets: targets.length }}
          answers={draft.now.size}
          canUndo={draft.before.length > 0}
          onType={setTyped}
          onName={name}
          onLeave={() => focusOn(place)}
          onConfirm={confirm}
          onSkip={skip}
          onUndo={() => setDraft(undo)}
          onSend={() => void send()}
        />
      )}
      <div
        ref={tiles}
        className={`${grid.grid} ${grid.large}`}
        role="group"
        aria-label="Crops; arrow keys walk, shift chooses several"
        onKeyDown={walk}
      >
        {tasks.map((task, at) => (
          <LabelTile
            key={task.taskId}
            task={task}
            said={saidOf(task.taskId)}
            chosen={chosen.has(task.taskId)}
            focusable={task === here}
            onClick={(event) => click(event, at)}
            onKeyDown={press}
            onFocus={() => setPlace(at)}
          />
        ))}
      </div>
      {data === undefined && problem === null && <Skeleton h={220} radius={12} />}
      {data?.tasks.length === 0 && (
        <EmptyState icon={IconTags} title="Nothing waits for a label">
          Crops come here when the model is unsure, disagrees with the planogram, or a manager says that an event was
          wrong.
        </EmptyState>
      )}
    </section>
  );
}
