'use client';
import { Chip, Group, SegmentedControl, TextInput } from '@mantine/core';
import type { FieldProblem } from '../../monitoring/api-problem';
import classes from './policy-editor.module.css';
import { type PolicyForm, problemAt } from './policy-form';
import { WEEKDAYS } from './policy-words';

/** On which days the supplier takes orders and brings goods. */
export function PolicyCalendar(props: {
  form: PolicyForm;
  inherited: string;
  errors: readonly FieldProblem[];
  onChange: (part: Partial<PolicyForm>) => void;
}) {
  const { form, inherited, errors, onChange } = props;
  const { calendar, ownCalendar } = form;
  const own = (part: Partial<PolicyForm['ownCalendar']>): void =>
    onChange({ ownCalendar: { ...ownCalendar, ...part } });
  const days = (name: 'orderWeekdays' | 'deliveryWeekdays', label: string) => (
    <div role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      <Chip.Group
        multiple
        value={ownCalendar[name].map(String)}
        onChange={(chosen) => own({ [name]: chosen.map(Number).sort() })}
      >
        <Group gap={6}>
          {WEEKDAYS.map((day, index) => (
            <Chip key={day} size="xs" value={String(index + 1)}>
              {day}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Problem text={problemAt(errors, `calendar.${name}`)} />
    </div>
  );
  return (
    <fieldset className={classes.group}>
      <legend>Order and delivery days</legend>
      <div>
        <SegmentedControl
          size="xs"
          aria-label="Calendar"
          data={[
            { value: 'inherit', label: inherited },
            { value: 'none', label: 'Any day' },
            { value: 'own', label: 'These days' },
          ]}
          value={calendar}
          onChange={(chosen) => onChange({ calendar: chosen as PolicyForm['calendar'] })}
        />
      </div>
      {calendar === 'own' && (
        <>
          {days('orderWeekdays', 'Orders are taken on')}
          {days('deliveryWeekdays', 'Goods come on')}
          <div className={classes.fields}>
            <TextInput
              size="xs"
              label="Order until"
              placeholder="14:00"
              value={ownCalendar.cutOff}
              error={problemAt(errors, 'calendar.cutOff')}
              onChange={(event) => own({ cutOff: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="Time zone"
              placeholder="Europe/Berlin"
              value={ownCalendar.timeZone}
              error={problemAt(errors, 'calendar.timeZone')}
              onChange={(event) => own({ timeZone: event.currentTarget.value })}
            />
          </div>
        </>
      )}
      <Problem text={errors.find(({ path }) => path === 'calendar')?.message} />
    </fieldset>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className={classes.problem}>{text}</p>;
}
