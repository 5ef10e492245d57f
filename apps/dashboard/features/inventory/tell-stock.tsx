'use client';
import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { ApiProblem, asApiProblem, type FieldProblem } from '../../monitoring/api-problem';
import { tellMovement, type ToldMovement } from '../../monitoring/inventory-api';
import { randomKey } from '../../text/random-key';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { CORRECTION_REASONS } from './movement-words';
import { problemAt, problemsOfMovement, typed } from './policy-form';

const EMPTY = { shelf: '', backroom: '', quantity: '', place: 'backroom', reason: 'not-found' };
type Form = typeof EMPTY;
const FIELDS = Object.keys(EMPTY);

/** Enters a count, or a correction with its reason. */
export function TellStock({ gtin, onTold }: { gtin: string; onTold: () => void }) {
  const { storeId } = useConsole().store;
  const [kind, setKind] = useState<ToldMovement['kind']>('count');
  const [form, setForm] = useState<Form>(EMPTY);
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  // Kept until it is known to be recorded, so that a second try after a lost answer counts once.
  const key = useRef(randomKey());

  function change(part: Partial<Form>): void {
    setForm((old) => ({ ...old, ...part }));
    key.current = randomKey();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void record();
  }
  async function record(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      const problem = await tellMovement(storeId, gtin, `dashboard/${key.current}`, movementOf(kind, form));
      setErrors(problem === null ? [] : problemsOfMovement(problem));
      if (problem === null) {
        notifications.show({
          color: 'teal',
          title: 'Recorded',
          message: kind === 'count' ? 'The book now says so.' : 'The book was corrected.',
        });
        setForm(EMPTY);
        key.current = randomKey();
      }
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setBusy(false);
      onTold();
    }
  }
  const field = (name: 'shelf' | 'backroom' | 'quantity', label: string, about: string) => (
    <TextInput
      size="xs"
      flex="1 1 150px"
      label={label}
      description={about}
      inputMode="numeric"
      value={form[name]}
      error={problemAt(errors, name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const elsewhere = errors.filter(({ path }) => !FIELDS.includes(path));
  const isEmpty =
    kind === 'count' ? form.shelf.trim() === '' && form.backroom.trim() === '' : form.quantity.trim() === '';

  return (
    <section className={panel.panel} aria-label="Count or correct">
      <h2>Count or correct</h2>
      <form onSubmit={submit}>
        <SegmentedControl
          size="xs"
          aria-label="What to tell"
          data={[
            { value: 'count', label: 'Count' },
            { value: 'correction', label: 'Correction' },
          ]}
          value={kind}
          onChange={(chosen) => {
            setKind(chosen as ToldMovement['kind']);
            setErrors([]);
          }}
        />
        <Group mt="sm" gap="sm" align="flex-start">
          {kind === 'count' ? (
            <>
              {field('shelf', 'On the shelf', 'items; empty: not counted')}
              {field('backroom', 'In the back room', 'items; empty: not counted')}
            </>
          ) : (
            <>
              {field('quantity', 'Items', 'negative: fewer than the book')}
              <NativeSelect
                size="xs"
                flex="1 1 150px"
                label="Where"
                description="whose figure is wrong"
                value={form.place}
                data={[
                  { value: 'backroom', label: 'Back room' },
                  { value: 'shelf', label: 'Shelf' },
                ]}
                error={problemAt(errors, 'place')}
                onChange={(event) => change({ place: event.currentTarget.value })}
              />
              <NativeSelect
                size="xs"
                flex="1 1 150px"
                label="Reason"
                description="stays in the ledger"
                value={form.reason}
                data={[...CORRECTION_REASONS]}
                error={problemAt(errors, 'reason')}
                onChange={(event) => change({ reason: event.currentTarget.value })}
              />
            </>
          )}
        </Group>
        {elsewhere.map(({ path, message }) => (
          <p key={message} role="alert" className={panel.failed}>
            {path === '' ? message : `${path}: ${message}`}
          </p>
        ))}
        {failure !== null && <FailureNotice problem={failure} onRetry={() => void record()} />}
        <Button type="submit" mt="sm" size="xs" loading={busy} disabled={isEmpty}>
          {kind === 'count' ? 'Record the count' : 'Record the correction'}
        </Button>
      </form>
    </section>
  );
}

function movementOf(kind: ToldMovement['kind'], { shelf, backroom, quantity, place, reason }: Form): ToldMovement {
  if (kind === 'correction') {
    return { kind, quantity: typed(quantity) ?? '', place: place === 'shelf' ? 'shelf' : 'backroom', reason };
  }
  const [onShelf, behind] = [typed(shelf), typed(backroom)];
  return { kind, ...(onShelf === null ? {} : { shelf: onShelf }), ...(behind === null ? {} : { backroom: behind }) };
}
