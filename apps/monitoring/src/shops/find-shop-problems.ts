import type { ShopDefinition } from '@shelfwatch/contracts';
import { openingHoursProblem } from '@shelfwatch/domain';
import type { FieldProblem } from '@shelfwatch/platform';
import { sniffPictureType } from './sniff-picture-type.js';

/** What a schema cannot see: references to things that are not there, things named twice. All problems, each with its place. */
export function findShopProblems(shop: ShopDefinition): FieldProblem[] {
  const { store, suppliers, products, fixtures, slots, cameras, stock } = shop;
  const hoursProblem = openingHoursProblem(store.openingHours ?? [], store.timeZone);
  const supplierIds = new Set(suppliers.map(({ supplierId }) => supplierId));
  const gtins = new Set<string>(products.map(({ gtin }) => gtin));
  const fixtureIds = new Set(fixtures.map(({ fixtureId }) => fixtureId));
  const facingsOf = new Map(slots.map(({ slotId, facings }) => [slotId, facings]));
  const unknown = (path: string, what: string, id: string): FieldProblem => ({
    path,
    message: `there is no ${what} ${id} in this file`,
  });

  return [
    ...(hoursProblem === undefined ? [] : [{ path: 'store', message: hoursProblem }]),
    ...duplicates('suppliers', suppliers, ({ supplierId }) => supplierId),
    ...duplicates('products', products, ({ gtin }) => gtin),
    ...duplicates('fixtures', fixtures, ({ fixtureId }) => fixtureId),
    ...duplicates('slots', slots, ({ slotId }) => slotId),
    ...duplicates('cameras', cameras, ({ cameraId }) => cameraId),
    ...duplicates('stock', stock, ({ gtin }) => gtin),
    ...products.flatMap(({ supplierId, pictureBase64 }, at) => [
      ...(supplierIds.has(supplierId) ? [] : [unknown(`products.${at}.supplierId`, 'supplier', supplierId)]),
      ...(pictureBase64 === undefined || sniffPictureType(Buffer.from(pictureBase64.slice(0, 64), 'base64'))
        ? []
        : [{ path: `products.${at}.pictureBase64`, message: 'is neither JPEG, PNG nor WebP' }]),
    ]),
    ...slots.flatMap(({ gtin, fixtureId }, at) => [
      ...(gtins.has(gtin) ? [] : [unknown(`slots.${at}.gtin`, 'product', gtin)]),
      ...(fixtureIds.has(fixtureId) ? [] : [unknown(`slots.${at}.fixtureId`, 'fixture', fixtureId)]),
    ]),
    ...stock.flatMap(({ gtin }, at) => (gtins.has(gtin) ? [] : [unknown(`stock.${at}.gtin`, 'product', gtin)])),
    ...cameras.flatMap(({ view }, camera) =>
      (view?.regions ?? []).flatMap(({ slotId, facing }, region) => {
        const path = `cameras.${camera}.view.regions.${region}`;
        const facings = facingsOf.get(slotId);
        if (facings === undefined) return [unknown(`${path}.slotId`, 'slot', slotId)];
        return facing < facings
          ? []
          : [{ path: `${path}.facing`, message: `the slot ${slotId} has facings 0 to ${facings - 1}` }];
      }),
    ),
  ];
}

function duplicates<T>(name: string, rows: readonly T[], idOf: (row: T) => string): FieldProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const id = idOf(row);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${name}.${at}`, message: `${id} stands here a second time` }];
  });
}
