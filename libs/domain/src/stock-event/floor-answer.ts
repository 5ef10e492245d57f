/** What somebody who went there says about a stock event. */
export const FLOOR_ANSWERS = ['restocked', 'not-found', 'counted', 'done', 'not-out-of-stock'] as const;
export type FloorAnswerKind = (typeof FLOOR_ANSWERS)[number];

/** Why the platform was wrong, for `not-out-of-stock`. */
export const FALSE_ALARM_CAUSES = [
  /** The product was there and was not recognised. */
  'product-not-recognised',
  /** Something stood in front of it. */
  'view-blocked',
  /** The camera looks at another place than the platform believes. */
  'wrong-place-watched',
  /** Another product belongs there by now. */
  'planogram-outdated',
  'refilled-meanwhile',
] as const;
export type FalseAlarmCause = (typeof FALSE_ALARM_CAUSES)[number];

/** Quantities are whole items. */
export type FloorAnswer =
  /** Goods were carried from the back room; `quantity` where somebody counted them. */
  | { answer: 'restocked'; quantity: number | null }
  /** The back room was searched in vain. */
  | { answer: 'not-found' }
  /** What is there; the shelf only where it was counted too. */
  | { answer: 'counted'; backroom: number; shelf: number | null }
  /** Whatever was asked for is done; the camera will see. */
  | { answer: 'done' }
  | { answer: 'not-out-of-stock'; cause: FalseAlarmCause | null };

/** What an answer says about the back room: whether goods were found there; `undefined` when it says nothing. */
export function backroomFoundBy(answer: FloorAnswer): boolean | undefined {
  if (answer.answer === 'restocked') return true;
  if (answer.answer === 'not-found') return false;
  return answer.answer === 'counted' ? answer.backroom > 0 : undefined;
}
