import type { PlannedSlot, PlanogramDifference, PlanogramProblem, PlanogramVersion } from '../../monitoring/types';
import { plural } from '../../text/plural';

type Tone = 'green' | 'blue' | 'red' | 'grey';

export const VERSION_STATES: Readonly<Record<PlanogramVersion['state'], { label: string; tone: Tone }>> = {
  scheduled: { label: 'Waits for its day', tone: 'blue' },
  applied: { label: 'Applied', tone: 'green' },
  cancelled: { label: 'Cancelled', tone: 'grey' },
  failed: { label: 'Not applied', tone: 'red' },
};

/** `shelf 2, position 3 of bay-1` */
export const placeText = ({ fixtureId, shelf, position }: PlannedSlot): string =>
  `shelf ${shelf}, position ${position} of ${fixtureId}`;

/** `Line 3, Position, HFacings (column 14)`: what a person looks for in the file. */
export function problemPlace({ line, record, field }: PlanogramProblem): string {
  return [line === null ? '' : `Line ${line}`, record, field].filter((part) => part !== '').join(', ');
}

export interface ChangeGroup {
  id: 'added' | 'removed' | 'moved' | 'product-changed' | 'resized';
  label: string;
  rows: { slotId: string; gtin: string; text: string }[];
}

type Changed = PlanogramDifference['changed'][number];

/** What a planogram changes, by kind; kinds without a slot are left out. A slot that moved and was resized stands in both. */
export function changeGroups({ added, removed, changed }: PlanogramDifference): ChangeGroup[] {
  const of = (kind: Changed['kinds'][number], text: (change: Changed) => string): ChangeGroup['rows'] =>
    changed
      .filter(({ kinds }) => kinds.includes(kind))
      .map((change) => ({ slotId: change.slotId, gtin: change.after.gtin, text: text(change) }));
  const whole = (slot: PlannedSlot): ChangeGroup['rows'][number] => ({
    ...{ slotId: slot.slotId, gtin: slot.gtin, text: `${placeText(slot)}, ${plural(slot.facings, 'facing')}` },
  });
  const groups: ChangeGroup[] = [
    { id: 'added', label: 'Added', rows: added.map(whole) },
    { id: 'removed', label: 'Removed', rows: removed.map(whole) },
    {
      ...{ id: 'moved', label: 'Moved' },
      rows: of('moved', ({ before, after }) => `from ${placeText(before)} to ${placeText(after)}`),
    },
    {
      ...{ id: 'product-changed', label: 'Other product' },
      rows: of('product-changed', ({ before, after }) => `${placeText(after)}, instead of ${before.gtin}`),
    },
    { id: 'resized', label: 'Resized', rows: of('resized', ({ before, after }) => resizedText(before, after)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function resizedText(before: PlannedSlot, after: PlannedSlot): string {
  const figures = [
    ['facings', before.facings, after.facings],
    ['capacity', before.capacity, after.capacity],
    ['low at', before.lowFacings, after.lowFacings],
  ] as const;
  const other = figures.filter(([, was, is]) => was !== is).map(([name, was, is]) => `${name} ${was} → ${is}`);
  return [placeText(after), ...other].join(', ');
}

/** `2 added, 1 moved, 40 unchanged`; what is 0 is left out. */
export function countsText({
  added,
  removed,
  moved,
  resized,
  productChanged,
  unchanged,
}: PlanogramVersion['counts']): string {
  const parts: [number, string][] = [
    [added, 'added'],
    [removed, 'removed'],
    [moved, 'moved'],
    [productChanged, 'with another product'],
    [resized, 'resized'],
    [unchanged, 'unchanged'],
  ];
  return parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ') || 'no slots';
}
