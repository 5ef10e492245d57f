import type { CalibrationAnswer } from '../../monitoring/types';
import { plural } from '../../text/plural';
import panel from '../models/panel.module.css';

/** What the points give, in words. */
export function CalibrationWords(props: {
  answer: CalibrationAnswer | null;
  isLooking: boolean;
  isSaved: boolean;
  isChanged: boolean;
}) {
  const { answer, isLooking, isSaved, isChanged } = props;
  const slots = new Set(answer?.regions.map(({ slotId }) => slotId)).size;
  return (
    <div role="status" aria-busy={isLooking} style={{ marginTop: 10, fontSize: 13.5 }}>
      {answer === null ? (
        <span>The slots are being found …</span>
      ) : (
        <span>
          <b>{plural(answer.regions.length, 'facing')}</b> of {plural(slots, 'slot')} found.
          {answer.estimated.length > 0 &&
            ` Dashed: ${plural(answer.estimated.length, 'slot')} placed by equal widths, since the planogram gives no measures.`}
          {answer.outside.length > 0 && ` Not or not wholly in the picture: ${answer.outside.join(', ')}.`}
        </span>
      )}
      <span className={panel.dim}>
        Drag the points to the corners of the fixture’s front, or choose one with Tab and move it with the arrow keys
        (Shift: larger steps). {isSaved && !isChanged && 'These are the saved points.'}
        {isSaved && isChanged && 'Not saved yet.'}
        {!isSaved && 'No points were saved for this fixture yet.'}
      </span>
    </div>
  );
}
