import type { Movement } from '../../monitoring/types';

export const MOVEMENT_NAMES: Readonly<Record<Movement['kind'], string>> = {
  delivery: 'Delivery',
  sale: 'Sale',
  count: 'Count',
  correction: 'Correction',
  'shelf-evidence': 'Seen by a camera',
  reservation: 'Reservation',
  transfer: 'Transfer to the shelf',
  order: 'Order',
};

/** Why a book figure was corrected, with the sign that it usually has. */
export const CORRECTION_REASONS: readonly { value: string; label: string }[] = [
  { value: 'not-found', label: 'Not found' },
  { value: 'found', label: 'Found' },
  { value: 'damaged', label: 'Damaged' },
  { value: 'expired', label: 'Expired' },
  { value: 'theft', label: 'Theft' },
  { value: 'own-use', label: 'Own use' },
  { value: 'customer-return', label: 'Returned by a customer' },
  { value: 'supplier-return', label: 'Returned to the supplier' },
  { value: 'booking-error', label: 'Booked wrongly' },
];

const PLACES: Readonly<Record<string, string>> = { shelf: 'shelf', backroom: 'back room' };
const FIGURES = [
  ['shelf', 'shelf'],
  ['backroom', 'back room'],
  ['reserved', 'reserved'],
  ['onOrder', 'on order'],
] as const;
/** Kinds of which a positive quantity takes items away. */
const TAKES_AWAY: readonly Movement['kind'][] = ['sale'];

/** `shelf 4, back room 12`, `−2, back room, damaged`. */
export function movementText({ kind, details }: Pick<Movement, 'kind' | 'details'>): string {
  if (kind === 'count' || kind === 'shelf-evidence') {
    return FIGURES.flatMap(([name, word]) => (details[name] === undefined ? [] : [`${word} ${details[name]}`])).join(
      ', ',
    );
  }
  const { quantity, place, reason, fromOrder } = details;
  const items = Number(quantity) * (TAKES_AWAY.includes(kind) ? -1 : 1);
  const reasonName = CORRECTION_REASONS.find(({ value }) => value === reason)?.label.toLowerCase();
  return [
    signed(items),
    place === undefined ? '' : (PLACES[place] ?? String(place)),
    reasonName ?? (reason === undefined ? '' : String(reason)),
    fromOrder === undefined || fromOrder === 0 ? '' : `${fromOrder} of them were on order`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const signed = (items: number): string => (items > 0 ? `+${items}` : items < 0 ? `−${-items}` : '0');
