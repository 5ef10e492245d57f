import { type DraftRow, parseGtin } from '@shelfwatch/domain';
import { POSITION, PRODUCT, UNITS_OF_STYLE } from './psa-columns.js';
import { sourceOf, toMillimetres } from './psa-lengths.js';
import type { PsaRow } from './psa-rows.js';

const cellOf = (row: PsaRow, column: number): string => (row.cells[column] ?? '').trim();

/** Finds the product of a position: by bar code and id, else by the one of them that leads to a single product. */
export function productFinder(products: readonly PsaRow[]): (position: PsaRow) => PsaRow | undefined {
  const byBoth = new Map<string, PsaRow>();
  const byUpc = new Map<string, PsaRow | null>();
  const byId = new Map<string, PsaRow | null>();
  const add = (map: Map<string, PsaRow | null>, key: string, row: PsaRow): void => {
    if (key !== '') map.set(key, map.has(key) ? null : row);
  };
  for (const row of products) {
    const [upc, id] = [cellOf(row, PRODUCT.upc), cellOf(row, PRODUCT.id)];
    byBoth.set(JSON.stringify([upc, id]), row);
    add(byUpc, upc, row);
    add(byId, id, row);
  }
  return (position) => {
    const [upc, id] = [cellOf(position, POSITION.upc), cellOf(position, POSITION.id)];
    return byBoth.get(JSON.stringify([upc, id])) ?? byUpc.get(upc) ?? byId.get(id) ?? undefined;
  };
}

/** The bar code may stand in the column UPC or in the column ID. */
export function barCodeOf(row: PsaRow): { text: string; column: string } {
  const upc = cellOf(row, PRODUCT.upc);
  const id = cellOf(row, PRODUCT.id);
  const isInId = parseGtin(upc) === undefined && (parseGtin(id) !== undefined || upc === '');
  return isInId
    ? { text: id, column: `ID (column ${PRODUCT.id})` }
    : { text: upc, column: `UPC (column ${PRODUCT.upc})` };
}

export function draftProduct(row: PsaRow, perUnit: number): DraftRow {
  const code = barCodeOf(row);
  // Sizes, price and case are often 0 for "unknown".
  const length = (column: number): number | undefined => toMillimetres(row.cells[column], perUnit) || undefined;
  const price = Number(cellOf(row, PRODUCT.price));
  const casePack = Number(cellOf(row, PRODUCT.caseTotal));
  return {
    ...sourceOf(row),
    cells: {
      gtin: code.text,
      name: cellOf(row, PRODUCT.name),
      brand: cellOf(row, PRODUCT.brand),
      category: cellOf(row, PRODUCT.category),
      widthMm: length(PRODUCT.width),
      heightMm: length(PRODUCT.height),
      depthMm: length(PRODUCT.depth),
      priceCents: price > 0 ? Math.round(price * 100) : undefined,
      casePack: Number.isInteger(casePack) && casePack > 0 ? casePack : undefined,
    },
    fieldNames: { gtin: code.column, name: `name (column ${PRODUCT.name})` },
  };
}

/**
 * Items side by side and items in all, from facings across, upwards and in depth. In trays, cases and displays each facing is a unit of several items.
 * Undefined or no number: the cell itself, for whoever checks it.
 */
export function itemsOf(position: PsaRow, product: PsaRow): { facings: string | number; capacity: number | undefined } {
  const across = cellOf(position, POSITION.hFacings);
  const wide = Number(across);
  if (across === '' || !Number.isInteger(wide) || wide < 1) return { facings: across, capacity: undefined };
  const atLeastOne = (cell: string): number => Math.max(1, Math.trunc(Number(cell)) || 1);
  const style = UNITS_OF_STYLE[Number(cellOf(position, POSITION.merchStyle))];
  const unit = (column: number | undefined): number => (column === undefined ? 1 : atLeastOne(cellOf(product, column)));
  const inUnit = Math.max(unit(style?.total), unit(style?.wide) * unit(style?.high) * unit(style?.deep));
  const units =
    wide * atLeastOne(cellOf(position, POSITION.vFacings)) * atLeastOne(cellOf(position, POSITION.dFacings));
  return { facings: wide * unit(style?.wide), capacity: units * inUnit };
}
