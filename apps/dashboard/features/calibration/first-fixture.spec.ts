import { firstFixture } from './first-fixture';
import { startPoints } from './corner-points';

const fixture = (fixtureId: string, slotsInView: number, points: ReturnType<typeof startPoints> | null = null) => ({
  ...{ fixtureId, name: fixtureId, aisle: '', slots: 8, slotsInView, points },
});

describe('firstFixture', () => {
  it('When one has saved points, then it is that one, whatever else is in view', () => {
    expect(firstFixture([fixture('a', 8), fixture('b', 1, startPoints())])?.fixtureId).toBe('b');
  });
  it('When none has, then it is the one with most slots in view, the first of equals', () => {
    expect(firstFixture([fixture('a', 0), fixture('b', 5), fixture('c', 5)])?.fixtureId).toBe('b');
    expect(firstFixture([fixture('a', 0), fixture('b', 0)])?.fixtureId).toBe('a');
    expect(firstFixture([])).toBeUndefined();
  });
});
