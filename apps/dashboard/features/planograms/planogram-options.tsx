'use client';
import { SegmentedControl, TextInput } from '@mantine/core';
import type { PlanogramOptions as Options } from '../../monitoring/planogram-api';
import classes from './planogram-options.module.css';

export const NO_OPTIONS: Options = {
  ...{ fixtureIds: '', planogram: '', supplierId: '', category: '', casePack: '', price: '' },
  lengthUnit: 'cm',
};

const FIELDS: readonly { name: Exclude<keyof Options, 'lengthUnit'>; label: string; placeholder: string }[] = [
  { name: 'fixtureIds', label: 'Bays of a .psa file, from the left', placeholder: 'bay-1,bay-2' },
  { name: 'planogram', label: 'Which planogram, if the file has several', placeholder: 'its name' },
  { name: 'category', label: 'New products: category', placeholder: 'Drinks' },
  { name: 'supplierId', label: 'New products: supplier’s id', placeholder: 'wholesale' },
  { name: 'casePack', label: 'New products: items in a case', placeholder: '12' },
  { name: 'price', label: 'New products: price', placeholder: '2.50' },
];

/** What a file does not say by itself. */
export function PlanogramOptions(props: { options: Options; onChange: (options: Options) => void }) {
  const { options, onChange } = props;
  return (
    <details className={classes.options}>
      <summary>What the file does not say</summary>
      <div className={classes.fields}>
        {FIELDS.map(({ name, label, placeholder }) => (
          <TextInput
            key={name}
            size="xs"
            label={label}
            placeholder={placeholder}
            value={options[name]}
            maxLength={200}
            onChange={(event) => onChange({ ...options, [name]: event.currentTarget.value })}
          />
        ))}
        <div>
          <span className={classes.label}>Lengths of a .psa file</span>
          <SegmentedControl
            size="xs"
            aria-label="Lengths of a .psa file"
            data={[
              { value: 'cm', label: 'Centimetres' },
              { value: 'inch', label: 'Inches' },
            ]}
            value={options.lengthUnit}
            onChange={(lengthUnit) => onChange({ ...options, lengthUnit: lengthUnit as Options['lengthUnit'] })}
          />
        </div>
      </div>
    </details>
  );
}
