import type { FloorAnswer } from '../../monitoring/types';

/** What somebody said, in one short sentence. */
export function answerWords({ answer, quantity, backroom, shelf }: FloorAnswer): string {
  switch (answer) {
    case 'restocked':
      return quantity === null ? 'Refilled' : `Refilled with ${quantity}`;
    case 'not-found':
      return 'None found in the back room';
    case 'counted':
      return `Counted: ${backroom ?? 0} in the back room${shelf === null ? '' : `, ${shelf} on the shelf`}`;
    case 'done':
      return 'Done';
    case 'not-out-of-stock':
      return 'Withdrawn as a false alarm';
  }
}
