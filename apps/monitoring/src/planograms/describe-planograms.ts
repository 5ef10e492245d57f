import type { PlanogramVersionSummary } from '@shelfwatch/contracts';
import type { Gtin, Planogram, PlanogramDifference, SlotChangeKind } from '@shelfwatch/domain';
import type { PlanogramVersionEntity, UnitOfWork } from '@shelfwatch/persistence';
import { isoOrNull } from '../shelf-words/describe-shop.js';
import { fixtureLayout } from './fixture-layout.js';

export function describeVersion(version: Omit<PlanogramVersionEntity, 'content'>): PlanogramVersionSummary {
  const { versionId, name, format, state, fixtureIds, createdBy, failure, difference } = version;
  return {
    ...{ versionId, name, format, state, fixtureIds, createdBy, failure },
    effectiveFrom: version.effectiveFrom.toISOString(),
    appliedAt: isoOrNull(version.appliedAt),
    createdAt: version.createdAt.toISOString(),
    counts: countsOf(difference),
  };
}

function countsOf({ added, removed, changed, unchanged }: PlanogramDifference): PlanogramVersionSummary['counts'] {
  const count = (kind: SlotChangeKind): number => changed.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    added: added.length,
    removed: removed.length,
    moved: count('moved'),
    resized: count('resized'),
    productChanged: count('product-changed'),
    unchanged: unchanged.length,
  };
}

/** The planogram that a store has now, whatever it came from. */
export async function planogramNow(unit: UnitOfWork, storeId: string, name: string): Promise<Planogram> {
  const fixtures = await unit.shops.fixtures(storeId);
  const layouts = await Promise.all(
    fixtures.map(async (fixture) => ({ fixture, ...(await fixtureLayout(unit, storeId, fixture.fixtureId)) })),
  );
  const positions = layouts.flatMap(({ slots }) => slots);
  const rows = positions.length === 0 ? [] : await unit.shops.products([...new Set(positions.map(({ gtin }) => gtin))]);
  return {
    name,
    products: rows.map(({ gtin, name: product, brand, category, priceCents, casePack, supplierId }) => ({
      ...{ gtin: gtin as Gtin, name: product, category, priceCents, casePack, supplierId },
      ...(brand === '' ? {} : { brand }),
    })),
    fixtures: layouts.map(({ fixture: { fixtureId, name: fixtureName, aisle }, front, slots }) => {
      // Heights of shelves that are no longer those of the fixture would contradict the positions.
      const isComplete = slots.every((slot) => front.shelves.some(({ shelf }) => shelf === slot.shelf));
      return { fixtureId, name: fixtureName, aisle, ...front, shelves: isComplete ? front.shelves : [] };
    }),
    positions,
  };
}
