import type { CalibratedFixture } from '../../monitoring/types';

/** The fixture that a camera most probably looks at: with saved points, else with most slots in view, else the first. */
export function firstFixture(fixtures: readonly CalibratedFixture[]): CalibratedFixture | undefined {
  const calibrated = fixtures.find(({ points }) => points !== null);
  if (calibrated !== undefined) return calibrated;
  return fixtures.reduce<CalibratedFixture | undefined>(
    (best, fixture) => (best === undefined || fixture.slotsInView > best.slotsInView ? fixture : best),
    undefined,
  );
}
