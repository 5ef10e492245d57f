import type { FloorAnswer, MovementDetails } from '@shelfwatch/domain';

/** What an answer from the floor says about the book; `undefined` when it says nothing. */
export function movementOf(said: FloorAnswer): MovementDetails | undefined {
  if (said.answer === 'restocked' && said.quantity !== null) return { kind: 'transfer', quantity: said.quantity };
  if (said.answer !== 'counted') return undefined;
  const { backroom, shelf } = said;
  const counted = shelf === null ? { backroom } : { backroom, shelf };
  return { kind: 'count', ...counted, reason: backroom === 0 ? 'not-found' : 'found' };
}
