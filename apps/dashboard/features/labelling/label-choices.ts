import { parseGtin } from '@shelfwatch/domain';

export interface LabelChoice {
  value: string;
  label: string;
}

interface Named {
  label: string;
  name: string;
}

/** What is no product but can be seen in a slot. */
const SPECIAL: readonly Named[] = [
  { label: 'empty', name: 'Empty: nothing there' },
  { label: 'occluded', name: 'Occluded: something in front' },
];

/** Each label once, by name; the first name of a label holds. Pure. */
export function labelChoices(...lists: readonly (readonly Named[])[]): LabelChoice[] {
  const known = new Map<string, string>();
  for (const { label, name } of [...SPECIAL, ...lists.flat()]) if (!known.has(label)) known.set(label, name);
  return [...known]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
}

/** What fits the typed text, by name or GTIN; a whole GTIN that nobody knows yet can be chosen as well. Pure. */
export function searchChoices(choices: readonly LabelChoice[], typed: string, most: number): LabelChoice[] {
  const wanted = plain(typed.trim());
  const words = wanted.split(/\s+/);
  const fitting = choices.filter(
    ({ value, label }) => words.every((word) => plain(label).includes(word)) || value.includes(wanted),
  );
  const begins = ({ label }: LabelChoice): boolean => plain(label).startsWith(wanted);
  const sorted = [...fitting.filter(begins), ...fitting.filter((it) => !begins(it))].slice(0, most);
  const gtin = parseGtin(wanted);
  const isNew = gtin !== undefined && choices.every(({ value }) => value !== gtin);
  return isNew ? [...sorted, { value: gtin, label: `New product, GTIN ${gtin}` }] : sorted;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
