export interface DescribedInput {
  name: string;
  value: string;
}

/** `backroomItems` → `Backroom items`; keeps units that are part of the name. */
export function wordsOf(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The figures that a rule looked at, for people: missing ones are called missing, not zero. */
export function describeInputs(inputs: Readonly<Record<string, string | number | boolean | null>>): DescribedInput[] {
  return Object.entries(inputs).map(([name, value]) => ({ name: wordsOf(name), value: textOf(value) }));
}

function textOf(value: string | number | boolean | null): string {
  if (value === null || value === '') return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return value;
}
