import type { Place } from '../../monitoring/types';

/** What of a place is for people. */
export type WalkingPlace = Pick<Place, 'aisle' | 'fixtureName' | 'shelf' | 'position'>;

/** Parts of a place, the widest first: `['Aisle 2', 'Bay 3', 'Shelf 4', 'Position 5']`. */
export function placeParts({ aisle, fixtureName, shelf, position }: WalkingPlace): string[] {
  const named = /^(aisle|gang)\b/i.test(aisle) ? aisle : `Aisle ${aisle}`;
  return [...(aisle === '' ? [] : [named]), fixtureName, `Shelf ${shelf}`, `Position ${position}`];
}

/** `Aisle 2 · Bay 3 · Shelf 4 · Position 5`, as one walks to it. */
export const formatPlace = (place: WalkingPlace): string => placeParts(place).join(' · ');
