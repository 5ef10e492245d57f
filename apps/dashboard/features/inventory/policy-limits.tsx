'use client';
import { SegmentedControl, TextInput } from '@mantine/core';
import type { FieldProblem } from '../../monitoring/api-problem';
import classes from './policy-editor.module.css';
import { type PolicyForm, problemAt } from './policy-form';

const FIELDS = [
  { name: 'limitValue', path: 'limits.valueCents', label: 'Value', about: 'at selling price; empty: no limit' },
  { name: 'limitCases', path: 'limits.cases', label: 'Cases', about: 'empty: no limit' },
  { name: 'limitCategories', path: 'limits.categories', label: 'Never for', about: 'categories, parted by commas' },
] as const;

/** Up to where the platform may order without a person, in the mode "automatic". */
export function PolicyLimits(props: {
  form: PolicyForm;
  inherited: string;
  errors: readonly FieldProblem[];
  onChange: (part: Partial<PolicyForm>) => void;
}) {
  const { form, inherited, errors, onChange } = props;
  return (
    <fieldset className={classes.group}>
      <legend>Limits of “automatic”</legend>
      <div>
        <SegmentedControl
          size="xs"
          aria-label="Limits"
          data={[
            { value: 'inherit', label: inherited },
            { value: 'own', label: 'These limits' },
          ]}
          value={form.limits}
          onChange={(chosen) => onChange({ limits: chosen as PolicyForm['limits'] })}
        />
      </div>
      {form.limits === 'own' && (
        <div className={classes.fields}>
          {FIELDS.map(({ name, path, label, about }) => (
            <TextInput
              key={name}
              size="xs"
              label={label}
              description={about}
              value={form[name]}
              error={problemAt(errors, path)}
              onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
