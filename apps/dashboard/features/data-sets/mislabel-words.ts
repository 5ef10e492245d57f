import type { MislabelSearch, MislabelSuspect } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';

/** What a search is doing, or why it ended. Pure. */
export function searchWords({ state, stage, done, total, checked, found }: MislabelSearch): string {
  if (state === 'failed') return 'The last search failed.';
  if (state === 'succeeded')
    return found === 0 ? `None of ${checked} labels is doubtful` : `${found} of ${checked} labels are doubtful`;
  if (stage === 'pictures') return `${done} of ${total ?? '?'} pictures looked at`;
  return stage === 'labels' ? 'Comparing every label with what the others teach' : 'Waiting for another search';
}

/** In percent of the bar; what cannot be told how far it is fills it. */
export const searchShare = ({ stage, done, total }: Pick<MislabelSearch, 'stage' | 'done' | 'total'>): number =>
  stage === 'pictures' && total !== null ? (done / Math.max(1, total)) * 100 : 100;

/** What became of a doubtful sample since: the label that it was given, null when it was taken out, undefined when it is as it was found. */
export const answerTo = ({ label, labelNow }: MislabelSuspect): string | null | undefined =>
  labelNow === label ? undefined : labelNow;

/** `Jam, 97 %, rather than Tea, 1 %`. */
export const doubtWords = (
  { label, labelProbability, suggested, suggestedProbability }: MislabelSuspect,
  nameOf: (label: string) => string,
): string =>
  `${nameOf(suggested)}, ${formatPercent(suggestedProbability, 0)}, rather than ${nameOf(label)}, ${formatPercent(labelProbability, 0)}`;

/** Changes of labels as the service takes them: one label and at most `most` samples at a time. Pure. */
export function changesOf(
  wanted: readonly (readonly [sampleId: string, label: string | null])[],
  most = 500,
): { label: string | null; sampleIds: string[] }[] {
  const changes: { label: string | null; sampleIds: string[] }[] = [];
  for (const [sampleId, label] of wanted) {
    const open = changes.find((it) => it.label === label && it.sampleIds.length < most);
    if (open === undefined) changes.push({ label, sampleIds: [sampleId] });
    else open.sampleIds.push(sampleId);
  }
  return changes;
}
