import type { Import } from '../../retraining/types';

type Refusal = Import['report']['refused'][number]['reason'];
type Tone = 'green' | 'blue' | 'amber' | 'red';

/** Why files were refused, and what to do about it. */
export const REFUSALS: Readonly<Record<Refusal, { label: string; advice: string }>> = {
  unreadable: { label: 'cannot be read', advice: 'The file is broken; copy it again from where it came.' },
  'too-small': { label: 'too small', advice: 'Take pictures with more pixels, or lower the shortest side.' },
  'too-large': { label: 'too large', advice: 'Make the picture smaller.' },
  'not-a-picture': { label: 'no picture', advice: 'JPEG, PNG, WebP and the like are taken.' },
  'exact-duplicate': { label: 'there already', advice: 'The same picture was imported before; nothing to do.' },
  'unsafe-path': { label: 'unsafe path', advice: 'Paths must stay inside the ZIP, and be no links.' },
  'no-class': { label: 'no class', advice: 'Put each picture into a folder named by its product’s GTIN or name.' },
  missing: { label: 'missing', advice: 'The table names a file that is not there.' },
  'bad-row': { label: 'bad row', advice: 'The table’s row cannot be read.' },
  'bad-label': { label: 'bad label', advice: 'A label is a GTIN, “empty”, “occluded” or a name.' },
};

export const IMPORT_STATES: Readonly<Record<Import['state'], { label: string; tone: Tone }>> = {
  running: { label: 'Importing', tone: 'blue' },
  succeeded: { label: 'Done', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  interrupted: { label: 'Interrupted', tone: 'amber' },
};

/** `120 of 340 files looked at`; while they are being counted, only how many. */
export const progressOf = ({ done, total }: Pick<Import, 'done' | 'total'>): string =>
  total === null ? `${done} files looked at, still counting` : `${done} of ${total} files looked at`;
