'use client';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { FieldProblem } from '../../monitoring/api-problem';
import type { ReplayQuestion } from '../../monitoring/replay-api';
import { serverNow } from '../../time/server-clock';
import { PolicyCalendar } from '../inventory/policy-calendar';
import policyClasses from '../inventory/policy-editor.module.css';
import { type PolicyForm, problemAt } from '../inventory/policy-form';
import { FIGURES, POLICIES, ROUNDINGS } from '../inventory/policy-words';
import panel from '../models/panel.module.css';
import { ExpectedGaps } from './expected-gaps';
import { problemsWithin, questionOf, replayFormOf, type ReplayForm as Form } from './replay-form-state';
import classes from './replay-form.module.css';
import { asToday, THRESHOLDS } from './replay-words';

const CHOICES = [
  { name: 'policy', label: 'When and how much', words: POLICIES },
  { name: 'rounding', label: 'Rounding to cases', words: ROUNDINGS },
] as const;
/** Thresholds that are changed often; the others are behind a click. */
const FIRST = 6;
const isBehind = (path: string): boolean =>
  THRESHOLDS.slice(FIRST).some(({ name }) => path === `whatIf.filter.${name}`);
const AS_IT_IS = 'As it is';

/** Which period, and what would be different. What is wrong stands next to its field, in the service's words. */
export function ReplayForm(props: {
  address: { get(name: string): string | null };
  timeZone: string;
  errors: readonly FieldProblem[];
  isRunning: boolean;
  onStart: (question: ReplayQuestion) => void;
}) {
  const { address, timeZone, errors, isRunning, onStart } = props;
  const [form, setForm] = useState<Form>(() => replayFormOf(address, timeZone, serverNow()));
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The form is long: what is wrong may be out of sight.
    if (errors.length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const change = (part: Partial<Form>): void => setForm((old) => ({ ...old, ...part }));
  const changePolicy = (part: Partial<PolicyForm>): void =>
    setForm((old) => ({ ...old, policy: { ...old.policy, ...part } }));
  const policyErrors = problemsWithin(errors, 'whatIf.replenishment');
  const threshold = ({ name, label, about }: (typeof THRESHOLDS)[number]) => (
    <TextInput
      key={name}
      size="xs"
      label={label}
      description={about}
      inputMode="decimal"
      placeholder={asToday(name)}
      value={form.filter[name] ?? ''}
      error={problemAt(errors, `whatIf.filter.${name}`)}
      onChange={(event) => change({ filter: { ...form.filter, [name]: event.currentTarget.value } })}
    />
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isRunning) onStart(questionOf(form, timeZone));
  }
  return (
    <form ref={element} className={`${panel.panel} ${classes.form}`} onSubmit={submit} noValidate aria-label="What if">
      <fieldset className={policyClasses.group}>
        <legend>Period</legend>
        <div className={policyClasses.fields}>
          {(['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              type="datetime-local"
              size="xs"
              label={`${name === 'from' ? 'From' : 'Until'} (time in ${timeZone})`}
              value={form[name]}
              error={problemAt(errors, name)}
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={policyClasses.group}>
        <legend>Thresholds; what is left empty stays as it is</legend>
        <div className={policyClasses.fields}>
          <TextInput
            size="xs"
            label="Low at"
            description="share of facings that still show the product, 0 to 1"
            inputMode="decimal"
            placeholder="today: by slot"
            value={form.lowShare}
            error={problemAt(errors, 'whatIf.lowShare')}
            onChange={(event) => change({ lowShare: event.currentTarget.value })}
          />
          {THRESHOLDS.slice(0, FIRST).map(threshold)}
        </div>
        <details className={classes.more} open={errors.some(({ path }) => isBehind(path))}>
          <summary>More thresholds</summary>
          <div className={policyClasses.fields}>{THRESHOLDS.slice(FIRST).map(threshold)}</div>
        </details>
      </fieldset>
      <fieldset className={policyClasses.group}>
        <legend>Replenishment, laid over the policy of every product</legend>
        <div className={policyClasses.fields}>
          {CHOICES.map(({ name, label, words }) => (
            <NativeSelect
              key={name}
              size="xs"
              label={label}
              value={form.policy[name]}
              error={problemAt(policyErrors, name)}
              data={[
                { value: '', label: AS_IT_IS },
                ...Object.entries(words).map(([value, text]) => ({ value, label: text })),
              ]}
              onChange={(event) => changePolicy({ [name]: event.currentTarget.value })}
            />
          ))}
          {FIGURES.filter(({ name }) => name !== 'graceDays' && name !== 'backroomCapacity').map(
            ({ name, label, about }) => (
              <TextInput
                key={name}
                size="xs"
                label={label}
                description={about}
                inputMode="decimal"
                placeholder={AS_IT_IS.toLowerCase()}
                value={form.policy.figures[name]}
                error={problemAt(policyErrors, name)}
                onChange={(event) =>
                  changePolicy({ figures: { ...form.policy.figures, [name]: event.currentTarget.value } })
                }
              />
            ),
          )}
        </div>
        <PolicyCalendar form={form.policy} inherited={AS_IT_IS} errors={policyErrors} onChange={changePolicy} />
      </fieldset>
      <ExpectedGaps form={form} errors={problemsWithin(errors, 'whatIf.moreSuppressions')} onChange={change} />
      <Group gap="sm">
        <Button
          type="submit"
          size="xs"
          loading={isRunning}
          leftSection={<IconPlayerPlay size={15} stroke={1.8} aria-hidden />}
        >
          Replay
        </Button>
      </Group>
    </form>
  );
}
