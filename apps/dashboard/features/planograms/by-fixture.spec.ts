import type { PlanogramVersion } from '../../monitoring/types';
import { byFixture } from './by-fixture';

const version = (versionId: string, ...fixtureIds: string[]): PlanogramVersion =>
  ({ versionId, fixtureIds }) as unknown as PlanogramVersion;

describe('byFixture', () => {
  it('When versions cover the same fixtures in another order, then they stand together, as they came', () => {
    const groups = byFixture([version('c', 'bay-10'), version('b', 'bay-2', 'bay-1'), version('a', 'bay-1', 'bay-2')]);
    expect(groups.map(({ fixtures, versions }) => [fixtures, versions.map(({ versionId }) => versionId)])).toEqual([
      ['bay-1, bay-2', ['b', 'a']],
      ['bay-10', ['c']],
    ]);
  });
});
