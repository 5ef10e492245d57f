'use client';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { Notice } from '../../feedback/notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { putPolicy } from '../../monitoring/inventory-api';
import type { Policy } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { useConsole } from '../session/console-context';
import classes from './policy-editor.module.css';
import { PolicyCalendar } from './policy-calendar';
import { choicesOf, formOf, type PolicyForm, problemAt } from './policy-form';
import { PolicyLimits } from './policy-limits';
import { FIGURES, figureText, MODES, POLICIES, ROUNDINGS } from './policy-words';

const CHOICES = [
  { name: 'mode', label: 'Who decides', words: MODES },
  { name: 'policy', label: 'When and how much', words: POLICIES },
  { name: 'rounding', label: 'Rounding to cases', words: ROUNDINGS },
] as const;

/** Changes how something is ordered. What is wrong stands next to its field, in the service's words. */
export function PolicyEditor({ of, onSaved }: { of: Policy; onSaved: () => void }) {
  const { storeId, timeZone } = useConsole().store;
  const { gtin, choices, policy } = of;
  const [form, setForm] = useState<PolicyForm>(() => formOf(choices, timeZone));
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = failure?.errors ?? [];
  const inherited = gtin === null ? 'Default' : 'As the store';
  const change = (part: Partial<PolicyForm>): void => setForm((old) => ({ ...old, ...part }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }
  async function save(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await putPolicy(storeId, gtin, choicesOf(form, choices));
      notifications.show({ color: 'teal', title: 'Saved', message: 'It holds from the next proposal on.' });
      onSaved();
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <details className={classes.editor}>
      <summary>Change</summary>
      <form onSubmit={submit} noValidate>
        <div className={classes.fields}>
          {CHOICES.map(({ name, label, words }) => (
            <NativeSelect
              key={name}
              size="xs"
              label={label}
              value={form[name]}
              error={problemAt(errors, name)}
              data={[
                { value: '', label: inherited },
                ...Object.entries(words).map(([value, text]) => ({ value, label: text })),
              ]}
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          ))}
          {FIGURES.filter(({ name }) => gtin !== null || name !== 'backroomCapacity').map(({ name, label, about }) => (
            <TextInput
              key={name}
              size="xs"
              label={label}
              description={about}
              inputMode="decimal"
              placeholder={`${inherited}: ${figureText(choices[name] === undefined ? policy[name] : undefined)}`}
              value={form.figures[name]}
              error={problemAt(errors, name)}
              onChange={(event) => change({ figures: { ...form.figures, [name]: event.currentTarget.value } })}
            />
          ))}
        </div>
        <PolicyCalendar form={form} inherited={inherited} errors={errors} onChange={change} />
        <PolicyLimits form={form} inherited={inherited} errors={errors} onChange={change} />
        {failure !== null && errors.length === 0 && <FailureNotice problem={failure} onRetry={() => void save()} />}
        {errors.length > 0 && (
          <Notice tone="red" icon={IconAlertTriangle} title="Not saved">
            {plural(errors.length, 'field')} {errors.length === 1 ? 'is' : 'are'} wrong; the words next to{' '}
            {errors.length === 1 ? 'it' : 'them'} say why.
          </Notice>
        )}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={busy}>
            Save
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={() => setForm(formOf(choices, timeZone))}>
            As it was
          </Button>
        </Group>
      </form>
    </details>
  );
}
