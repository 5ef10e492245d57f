import type { PlanogramVersion } from '../../monitoring/types';

export interface FixtureVersions {
  /** `bay-1, bay-2`: fixtures that one planogram covers stay together. */
  fixtures: string;
  /** Newest date first, as they came. */
  versions: PlanogramVersion[];
}

/** Versions by the fixtures that they cover; fixtures in natural order. */
export function byFixture(versions: readonly PlanogramVersion[]): FixtureVersions[] {
  const groups = new Map<string, PlanogramVersion[]>();
  for (const version of versions) {
    const fixtures = [...version.fixtureIds].sort(natural).join(', ');
    groups.set(fixtures, [...(groups.get(fixtures) ?? []), version]);
  }
  return [...groups]
    .map(([fixtures, group]) => ({ fixtures, versions: group }))
    .sort((a, b) => natural(a.fixtures, b.fixtures));
}

const natural = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
