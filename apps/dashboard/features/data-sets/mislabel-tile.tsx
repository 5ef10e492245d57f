import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { FocusEventHandler, MouseEventHandler } from 'react';
import { samplePicture } from '../../retraining/picture-address';
import type { MislabelSuspect } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import grid from '../labelling/picture-grid.module.css';
import { answerTo, doubtWords } from './mislabel-words';

/** One doubtful picture: its label, the likelier one with its probability, and what became of it. */
export function MislabelTile(props: {
  suspect: MislabelSuspect;
  nameOf: (label: string) => string;
  chosen: boolean;
  /** One picture at a time is a stop of the tab key. */
  focusable: boolean;
  onClick: MouseEventHandler;
  onFocus: FocusEventHandler;
}) {
  const { suspect, nameOf, chosen, focusable, ...on } = props;
  const { sampleId, label, suggested, suggestedProbability } = suspect;
  const answer = answerTo(suspect);
  return (
    <button
      type="button"
      data-picture
      className={grid.picture}
      aria-pressed={chosen}
      tabIndex={focusable ? 0 : -1}
      data-answered={answer === undefined ? undefined : answer === null ? 'skipped' : 'true'}
      title={doubtWords(suspect, nameOf)}
      {...on}
    >
      <img src={samplePicture(sampleId)} alt="" loading="lazy" decoding="async" />
      <span className={grid.words}>
        {answer === undefined ? (
          <b>
            {nameOf(suggested)}, {formatPercent(suggestedProbability, 0)}
          </b>
        ) : (
          <b className={grid.said}>
            {answer === null ? (
              <IconTrash size={14} stroke={2} aria-hidden />
            ) : (
              <IconCheck size={14} stroke={2.4} aria-hidden />
            )}
            {answer === null ? 'Taken out' : nameOf(answer)}
          </b>
        )}
        <span>labelled: {nameOf(label)}</span>
      </span>
    </button>
  );
}
