import type { FloorAnswer, StockEvent } from '../../monitoring/types';

export type FloorAnswerKind = FloorAnswer['answer'];

/** What one says to the platform's advice, on a button. */
export const ANSWERS: Readonly<Record<Exclude<FloorAnswerKind, 'not-out-of-stock'>, string>> = {
  restocked: 'Refilled',
  'not-found': 'None in the back room',
  counted: 'Enter a count',
  done: 'Done',
};

/** Answers that make sense now, the likeliest first; that it is a false alarm can always be said. */
export function answersFor({ kind, decision }: Pick<StockEvent, 'kind' | 'decision'>): (keyof typeof ANSWERS)[] {
  if (kind === 'misplaced') return ['done'];
  switch (decision?.remedy) {
    case 'RESTOCK_FROM_BACKROOM':
      return ['restocked', 'not-found', 'counted'];
    case 'COUNT_REQUEST':
      return ['counted', 'restocked'];
    case 'CAMERA_FAULT':
    case 'UNKNOWN_PRODUCT':
      return ['done', 'restocked', 'counted'];
    default:
      return ['restocked', 'counted'];
  }
}
