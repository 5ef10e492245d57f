'use client';
import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FieldProblem } from '../../monitoring/api-problem';
import policy from '../inventory/policy-editor.module.css';
import { problemAt } from '../inventory/policy-form';
import type { ExpectedGap, ReplayForm } from './replay-form-state';
import classes from './replay-form.module.css';

/** Times during which gaps are no news: deliveries, resets, closing hours. */
export function ExpectedGaps(props: {
  form: ReplayForm;
  errors: readonly FieldProblem[];
  onChange: (part: Partial<ReplayForm>) => void;
}) {
  const { form, errors, onChange } = props;
  const { suppressions, gaps, from, to } = form;
  const changeGap = (index: number, part: Partial<ExpectedGap>): void =>
    onChange({ gaps: gaps.map((gap, at) => (at === index ? { ...gap, ...part } : gap)) });
  return (
    <fieldset className={policy.group}>
      <legend>Expected gaps</legend>
      <div>
        <SegmentedControl
          size="xs"
          aria-label="Recorded times of expected gaps"
          data={[
            { value: 'as-recorded', label: 'As recorded' },
            { value: 'none', label: 'Without the recorded' },
          ]}
          value={suppressions}
          onChange={(chosen) => onChange({ suppressions: chosen as ReplayForm['suppressions'] })}
        />
      </div>
      {gaps.map((gap, index) => (
        <div key={index} className={classes.gap} role="group" aria-label={`Expected gap ${index + 1}`}>
          {(['startsAt', 'endsAt'] as const).map((name) => (
            <TextInput
              key={name}
              type="datetime-local"
              size="xs"
              label={name === 'startsAt' ? 'Gaps expected from' : 'until'}
              value={gap[name]}
              error={problemAt(errors, `${index}.${name}`)}
              onChange={(event) => changeGap(index, { [name]: event.currentTarget.value })}
            />
          ))}
          <TextInput
            size="xs"
            label="Reason"
            placeholder="delivery"
            value={gap.reason}
            error={problemAt(errors, `${index}.reason`)}
            onChange={(event) => changeGap(index, { reason: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size={30}
            aria-label={`Remove expected gap ${index + 1}`}
            onClick={() => onChange({ gaps: gaps.filter((_gap, at) => at !== index) })}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
          onClick={() => onChange({ gaps: [...gaps, { startsAt: from, endsAt: to, reason: '' }] })}
        >
          Add a time, for the whole store
        </Button>
      </div>
    </fieldset>
  );
}
