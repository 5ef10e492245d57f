import { createRandom } from '../training/random.js';
import { dealFolds, NEVER_CHECKED } from './deal-folds.js';
import { findMislabels } from './find-mislabels.js';

const WIDTH = 64;

/** Clouds of points around one centre a class; further apart than they are wide, but not free of overlap. */
function clouds(classes: number, perClass: number, seed: number) {
  const random = createRandom(seed);
  const centres = Array.from({ length: classes * WIDTH }, () => random.normal());
  const labels = Array.from({ length: classes * perClass }, (_, row) => row % classes);
  const values = Float32Array.from(
    { length: labels.length * WIDTH },
    (_, at) => centres[labels[Math.floor(at / WIDTH)]! * WIDTH + (at % WIDTH)]! + 0.9 * random.normal(),
  );
  const groups = labels.map((_, row) => `g${Math.floor(row / classes / 3)}`);
  return { embeddings: { values, width: WIDTH }, labels, groups, classes };
}

function withWrongLabels<T extends { labels: number[]; classes: number }>(data: T, share: number, seed: number) {
  const random = createRandom(seed);
  const wrong = new Set<number>();
  const labels = data.labels.map((label, row) => {
    if (random.next() >= share) return label;
    wrong.add(row);
    return (label + 1 + random.below(data.classes - 1)) % data.classes;
  });
  return { data: { ...data, labels }, wrong };
}

describe('findMislabels', () => {
  it.each([
    [10, 30, 0.1],
    [40, 6, 0.05],
    [3, 60, 0.2],
  ])(
    'When of %p classes with %p rows a share of %p has wrong labels, then they are found and few right ones are accused',
    (...[classes, perClass, share]) => {
      const clean = clouds(classes, perClass, 7);
      const { data, wrong } = withWrongLabels(clean, share, 3);
      const { checked, suspects } = findMislabels(data);
      expect(checked).toBe(clean.labels.length);
      const found = suspects.filter(({ row }) => wrong.has(row));
      expect(found.length / wrong.size).toBeGreaterThanOrEqual(0.95);
      expect((suspects.length - found.length) / clean.labels.length).toBeLessThanOrEqual(0.01);
      const isSuggestionRight = ({ row, suggested }: { row: number; suggested: number }) =>
        clean.labels[row] === suggested;
      expect(found.filter(isSuggestionRight).length / found.length).toBeGreaterThanOrEqual(0.95);
      for (const { labelProbability, suggestedProbability } of suspects)
        expect(suggestedProbability).toBeGreaterThan(labelProbability);
    },
  );

  it('When all labels are right, then hardly any is accused', () => {
    const { suspects } = findMislabels(clouds(10, 30, 5));
    expect(suspects.length).toBeLessThanOrEqual(2);
  });

  it('When a class has one row only, then it is not checked, and nothing is taken for it', () => {
    const data = clouds(4, 10, 2);
    const labels = [...data.labels, 4];
    const values = Float32Array.from([...data.embeddings.values, ...data.embeddings.values.slice(0, WIDTH)]);
    const { checked, suspects } = findMislabels({
      ...{ labels, classes: 5, embeddings: { values, width: WIDTH }, groups: [...data.groups, 'alone'] },
    });
    expect(checked).toBe(40);
    expect(suspects.filter(({ suggested, row }) => suggested === 4 || row === 40)).toEqual([]);
  });
});

describe('dealFolds', () => {
  it('When classes have groups, then a group of a class is in one fold, and every class is in several', () => {
    const labels = Array.from({ length: 60 }, (_, row) => row % 3);
    const groups = labels.map((label, row) => (label === 2 ? 'one day' : `day ${row % 5}`));
    const folds = dealFolds([...labels, 9], [...groups, 'x'], 5, 1);
    expect(folds.at(-1)).toBe(NEVER_CHECKED);
    for (const label of [0, 1, 2]) {
      const own = folds.flatMap((fold, row) => (labels[row] === label ? [{ fold, group: groups[row]! }] : []));
      expect(new Set(own.map(({ fold }) => fold)).size).toBe(5);
      if (label < 2)
        for (const day of new Set(own.map(({ group }) => group)))
          expect(new Set(own.filter(({ group }) => group === day).map(({ fold }) => fold)).size).toBe(1);
    }
  });
});
