import type { StockEventBody } from '@shelfwatch/contracts';
import { toCsv } from '../shelf-words/to-csv.js';

const HEADER = [
  'eventId',
  'kind',
  'status',
  'gtin',
  'product',
  'aisle',
  'fixture',
  'shelf',
  'position',
  'since',
  'closedAt',
  'remedy',
  'reason',
  'lostSalesCentsPerHour',
];

export const stockEventsToCsv = (events: readonly StockEventBody[]): string =>
  toCsv(
    HEADER,
    events.map(({ eventId, kind, status, product, place, since, closedAt, decision, lostSalesCentsPerHour }) => [
      ...[
        eventId,
        kind,
        status,
        product.gtin,
        product.name,
        place.aisle,
        place.fixtureName,
        place.shelf,
        place.position,
        since,
      ],
      ...[closedAt ?? '', decision?.remedy ?? '', decision?.reason ?? '', Math.round(lostSalesCentsPerHour)],
    ]),
  );
