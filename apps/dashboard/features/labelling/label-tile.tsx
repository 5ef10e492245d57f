import { IconArrowForwardUp, IconCheck } from '@tabler/icons-react';
import type { FocusEventHandler, KeyboardEventHandler, MouseEventHandler } from 'react';
import { trainingPicture } from '../../retraining/picture-address';
import type { LabelTask } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import { LABEL_REASONS } from './label-reasons';
import grid from './picture-grid.module.css';

export interface LabelTileProps {
  task: LabelTask;
  /** What was said and not sent yet: a product's name, null for skipped, undefined for nothing. */
  said: string | null | undefined;
  chosen: boolean;
  /** One crop at a time is a stop of the tab key. */
  focusable: boolean;
  onClick: MouseEventHandler;
  onKeyDown: KeyboardEventHandler;
  onFocus: FocusEventHandler;
}

/** One crop: what the model says, what was planned, why it waits, and what was answered. */
export function LabelTile({ task, said, chosen, focusable, ...on }: LabelTileProps) {
  const { predicted, expected, reason, pictureUrl } = task;
  const isSame = predicted?.label === expected.label;
  return (
    <button
      type="button"
      data-picture
      className={grid.picture}
      aria-pressed={chosen}
      tabIndex={focusable ? 0 : -1}
      data-answered={said === undefined ? undefined : said === null ? 'skipped' : 'true'}
      {...on}
    >
      <img src={trainingPicture(pictureUrl)} alt="" loading="lazy" decoding="async" />
      <span className={grid.words}>
        {said === undefined ? (
          <b>
            {predicted === null ? 'Not recognised' : `${predicted.name}, ${formatPercent(predicted.probability, 0)}`}
          </b>
        ) : (
          <b className={grid.said}>
            {said === null ? (
              <IconArrowForwardUp size={14} stroke={2} aria-hidden />
            ) : (
              <IconCheck size={14} stroke={2.4} aria-hidden />
            )}
            {said ?? 'Skipped'}
          </b>
        )}
        <span>{isSame ? 'as planned' : `planned: ${expected.name}`}</span>
        <span>{LABEL_REASONS[reason]}</span>
      </span>
    </button>
  );
}
