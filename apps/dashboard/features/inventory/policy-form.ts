import type { FieldProblem } from '../../monitoring/api-problem';
import type { PolicyChoices } from '../../monitoring/types';
import { type FigureName, FIGURES } from './policy-words';

type Calendar = NonNullable<PolicyChoices['calendar']>;

/** A policy as a form holds it: texts as they were typed; an empty one leaves the choice to the store or the defaults. */
export interface PolicyForm {
  policy: string;
  mode: string;
  rounding: string;
  figures: Record<FigureName, string>;
  calendar: 'inherit' | 'none' | 'own';
  ownCalendar: Calendar;
  limits: 'inherit' | 'own';
  /** In whole units of money. */
  limitValue: string;
  limitCases: string;
  /** Parted by commas. */
  limitCategories: string;
}

export function formOf(choices: PolicyChoices, timeZone: string): PolicyForm {
  const text = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const { policy = '', mode = '', rounding = '', calendar, limits } = choices;
  const cents = limits?.valueCents;
  return {
    ...{ policy, mode, rounding },
    figures: Object.fromEntries(FIGURES.map(({ name }) => [name, text(choices[name])])) as PolicyForm['figures'],
    calendar: calendar === undefined ? 'inherit' : calendar === null ? 'none' : 'own',
    ownCalendar: calendar ?? {
      orderWeekdays: [1, 2, 3, 4, 5],
      cutOff: '14:00',
      deliveryWeekdays: [1, 2, 3, 4, 5, 6],
      timeZone,
    },
    limits: limits === undefined ? 'inherit' : 'own',
    limitValue: cents === null || cents === undefined ? '' : text(cents / 100),
    limitCases: text(limits?.cases),
    limitCategories: limits?.categories.join(', ') ?? '',
  };
}

/**
 * What the form says. A text that is no number goes as it is, so that the service says what is wrong with it.
 *
 * @param before what was set until now: an explicit "none" of a figure that stays empty is kept
 */
export function choicesOf(form: PolicyForm, before: PolicyChoices): PolicyChoices {
  const choices: Record<string, unknown> = {};
  for (const name of ['policy', 'mode', 'rounding'] as const) if (form[name] !== '') choices[name] = form[name];
  for (const { name } of FIGURES) {
    if (form.figures[name].trim() !== '') choices[name] = typed(form.figures[name]);
    else if (before[name] === null) choices[name] = null;
  }
  if (form.calendar !== 'inherit') choices['calendar'] = form.calendar === 'none' ? null : form.ownCalendar;
  if (form.limits === 'own') {
    const value = typed(form.limitValue);
    choices['limits'] = {
      valueCents: typeof value === 'number' ? Math.round(value * 100) : value,
      cases: typed(form.limitCases),
      categories: form.limitCategories.split(',').flatMap((category) => category.trim() || []),
    };
  }
  return choices as PolicyChoices;
}

/** A number, with comma or point; null when empty; else the text itself. */
export function typed(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed.replace(',', '.'));
  return Number.isFinite(number) ? number : trimmed;
}

/** What is wrong with a field or something in it; undefined when nothing is. */
export function problemAt(errors: readonly FieldProblem[], path: string): string | undefined {
  const own = errors.filter((error) => error.path === path || error.path.startsWith(`${path}.`));
  return own.length === 0 ? undefined : own.map(({ message }) => message).join('; ');
}

/** Problems of a movement by its fields: `quantity: must not be 0; place: …`. */
export function problemsOfMovement(text: string): FieldProblem[] {
  return text.split('; ').map((part) => {
    const [, path = '', message = part] = /^(\w+): (.*)$/s.exec(part) ?? [];
    return { path, message };
  });
}
