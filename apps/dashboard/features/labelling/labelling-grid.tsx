'use client';
import { Button, Group, Kbd, Select, Skeleton } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { answerLabelTasks, getLabelTasks, getModelLabels, getRegistry } from '../../retraining/api';
import { trainingPicture } from '../../retraining/picture-address';
import type { LabelReason, LabelTask } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import { formatPercent } from '../../text/format-percent';
import { plural } from '../../text/plural';
import { columnsOf } from '../data-sets/sample-grid';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayLabel } from '../session/permissions';
import { answer, NO_ANSWERS, undo } from './draft-answers';
import { LABEL_REASONS } from './label-reasons';
import { nextPlace } from './next-place';
import grid from './picture-grid.module.css';

/** Crops side by side: walk with the arrows, confirm with Enter, skip with S, choose several with shift, name with the search; send all at once. */
export function LabellingGrid() {
  const { user, store } = useConsole();
  const [reason, setReason] = useState<LabelReason | undefined>(undefined);
  const { data, problem, refresh } = usePolled(
    `label tasks ${store.storeId} ${reason ?? ''}`,
    (signal) => getLabelTasks(store.storeId, reason, signal),
    null,
  );
  const { data: products } = usePolled('labels of the live model', liveLabels, null);
  const [draft, setDraft] = useState(NO_ANSWERS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const nameOf = useMemo(() => new Map(products?.map(({ value, label }) => [value, label])), [products]);
  const tasks = data?.tasks ?? [];

  const say = (taskIds: Iterable<string>, label: string | null) => setDraft((before) => answer(before, taskIds, label));
  const chosenOr = (taskId: string) => (chosen.has(taskId) ? chosen : [taskId]);

  function press(event: KeyboardEvent<HTMLButtonElement>, task: LabelTask): void {
    if (event.key === 'Enter' && task.predicted !== null) say([task.taskId], task.predicted.label);
    else if (event.key.toLowerCase() === 's') say(chosenOr(task.taskId), null);
    else if (event.key.toLowerCase() === 'e') say(chosenOr(task.taskId), task.expected.label);
    else if (event.key.toLowerCase() === 'u') setDraft(undo);
    else if (event.key === '/') search.current?.focus();
    else return;
    event.preventDefault();
  }

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-picture]')];
    const here = buttons.indexOf(document.activeElement as HTMLElement);
    const place = nextPlace(event.key, here, buttons.length, columnsOf(buttons));
    if (place === undefined) return;
    event.preventDefault();
    if (event.shiftKey) choose([tasks[here]?.taskId, tasks[place]?.taskId]);
    buttons[place]?.focus();
  }

  const choose = (taskIds: readonly (string | undefined)[]) =>
    setChosen((before) => new Set([...before, ...taskIds.filter((it) => it !== undefined)]));

  function click(event: MouseEvent, taskId: string): void {
    if (event.shiftKey) return choose([taskId]);
    setChosen((before) => (before.has(taskId) && before.size === 1 ? new Set() : new Set([taskId])));
  }

  async function send(): Promise<void> {
    setSending(true);
    const answers = [...draft.now].map(([taskId, label]) => ({ taskId, label }));
    const went = await doAndTell('Thank you', `${plural(answers.length, 'answer')} taken`, () =>
      answerLabelTasks(answers),
    );
    setSending(false);
    if (!went) return;
    setDraft(NO_ANSWERS);
    setChosen(new Set());
    refresh();
  }

  return (
    <section aria-label="Labelling" className={classes.list} aria-busy={data === undefined}>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      <Group gap="xs">
        {[undefined, ...(Object.keys(LABEL_REASONS) as LabelReason[])].map((it) => (
          <Button
            key={it ?? 'all'}
            size="xs"
            variant={it === reason ? 'filled' : 'default'}
            onClick={() => setReason(it)}
            aria-pressed={it === reason}
          >
            {it === undefined ? `All${data ? ` (${data.waiting} waiting)` : ''}` : LABEL_REASONS[it]}
          </Button>
        ))}
      </Group>
      {tasks.length > 0 && mayLabel(user.role) && (
        <Group gap="sm" align="flex-end" className={classes.panel}>
          <Select
            ref={search}
            size="xs"
            searchable
            clearable
            label={chosen.size === 0 ? 'Choose crops, then name what they show' : `${plural(chosen.size, 'crop')} show`}
            placeholder="Product"
            data={products ?? []}
            limit={30}
            value={null}
            disabled={chosen.size === 0}
            onChange={(label) => {
              if (label === null) return;
              say(chosen, label);
              setChosen(new Set());
            }}
          />
          <Button size="xs" variant="default" disabled={draft.before.length === 0} onClick={() => setDraft(undo)}>
            Undo
          </Button>
          <Button size="xs" disabled={draft.now.size === 0} loading={sending} onClick={() => void send()}>
            Send {plural(draft.now.size, 'answer')}
          </Button>
          <span className={classes.dim}>
            <Kbd>Enter</Kbd> the model is right · <Kbd>E</Kbd> as planned · <Kbd>S</Kbd> skip · <Kbd>/</Kbd> search ·{' '}
            <Kbd>U</Kbd> undo · <Kbd>Shift</Kbd> several
          </span>
        </Group>
      )}
      <div className={`${grid.grid} ${grid.large}`} onKeyDown={walk}>
        {tasks.map((task) => {
          const said = draft.now.get(task.taskId);
          return (
            <button
              key={task.taskId}
              type="button"
              data-picture
              className={grid.picture}
              aria-pressed={chosen.has(task.taskId)}
              data-answered={said === undefined ? undefined : said === null ? 'skipped' : 'true'}
              onClick={(event) => click(event, task.taskId)}
              onKeyDown={(event) => press(event, task)}
            >
              <img src={trainingPicture(task.pictureUrl)} alt={`Crop of ${task.slotId}`} loading="lazy" />
              <span className={grid.words}>
                <b>
                  {said === undefined
                    ? (task.predicted?.name ?? 'unknown')
                    : said === null
                      ? 'skipped'
                      : (nameOf.get(said) ?? said)}
                </b>
                <span>
                  {task.predicted !== null && `${formatPercent(task.predicted.probability, 0)} · `}planned:{' '}
                  {task.expected.name}
                </span>
              </span>
            </button>
          );
        })}
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

/** Everything that can be said: the classes of the model that is live. */
async function liveLabels(signal: AbortSignal): Promise<{ value: string; label: string }[]> {
  const { models } = await getRegistry(signal);
  const live = models.find(({ state }) => state === 'live');
  if (live === undefined) return [];
  const labels = await getModelLabels(live.version, signal);
  return labels.map(({ label, name }) => ({ value: label, label: name }));
}
