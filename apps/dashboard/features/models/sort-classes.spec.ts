import { type ClassFigures, pressed, sortClasses, WORST_FIRST } from './sort-classes';

const figures = (name: string, f1: number, support: number): ClassFigures => ({
  ...{ label: name, name, f1, support },
  ...{ precision: f1, recall: f1 },
});
const classes = [figures('tea 10', 1, 4), figures('tea 9', 0.5, 3), figures('jam', 0.5, 30)];
const namesOf = (sorted: ClassFigures[]): string[] => sorted.map(({ name }) => name);

describe('Sorting the figures of classes', () => {
  it('When nothing was chosen, then the worst comes first, and among equals the one with more pictures', () => {
    expect(namesOf(sortClasses(classes, WORST_FIRST))).toEqual(['jam', 'tea 9', 'tea 10']);
  });

  it('When a class was not measured, then it comes last, as it is neither good nor bad', () => {
    expect(namesOf(sortClasses([figures('new', 0, 0), ...classes], WORST_FIRST)).at(-1)).toBe('new');
  });

  it('When names are sorted, then numbers in them count as numbers', () => {
    expect(namesOf(sortClasses(classes, { by: 'name', descending: false }))).toEqual(['jam', 'tea 9', 'tea 10']);
    expect(namesOf(sortClasses(classes, { by: 'name', descending: true }))).toEqual(['tea 10', 'tea 9', 'jam']);
  });

  it('When a heading is pressed again, then the order turns round; another heading starts from its least', () => {
    const once = pressed(WORST_FIRST, 'support');
    expect(once).toEqual({ by: 'support', descending: false });
    expect(pressed(once, 'support')).toEqual({ by: 'support', descending: true });
  });
});
