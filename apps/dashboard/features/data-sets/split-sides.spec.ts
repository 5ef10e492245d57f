import { splitSides } from './split-sides';

describe('The sides of a split', () => {
  it('When some sides are empty, then the others share the whole', () => {
    const sides = splitSides({ train: 60, validation: 20, test: 20, golden: 0, unknown: 0 });
    expect(sides.map(({ label, share }) => [label, share])).toEqual([
      ['Learn', 0.6],
      ['Tune', 0.2],
      ['Measure', 0.2],
    ]);
  });

  it('When nothing is there, then there are no sides, and no division by nought', () => {
    expect(splitSides({ train: 0, validation: 0, test: 0, golden: 0, unknown: 0 })).toEqual([]);
  });
});
