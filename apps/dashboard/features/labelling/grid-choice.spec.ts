import { between, nextOpen, targetsOf, toggled } from './grid-choice';

const ids = ['a', 'b', 'c', 'd'];

describe('Choosing in a grid', () => {
  it('When two places are given either way round, then all between them is chosen', () => {
    expect(between(ids, 1, 3)).toEqual(['b', 'c', 'd']);
    expect(between(ids, 2, 0)).toEqual(['a', 'b', 'c']);
    expect(between(ids, -1, 0)).toEqual(['a']);
  });

  it('When the focus is outside of what is chosen, then only that one is meant', () => {
    expect(targetsOf(new Set(['a', 'b']), 'b')).toEqual(['a', 'b']);
    expect(targetsOf(new Set(['a', 'b']), 'c')).toEqual(['c']);
    expect([...toggled(toggled(new Set(['a']), 'b'), 'a')]).toEqual(['b']);
  });

  it('When some are answered, then work goes on at the next open one, from the start after the end', () => {
    expect(nextOpen(ids, ['a', 'b'], () => false)).toBe(2);
    expect(nextOpen(ids, ['a'], (id) => id === 'b')).toBe(2);
    expect(nextOpen(ids, ['d'], (id) => id === 'a')).toBe(1);
    expect(nextOpen(ids, ['b'], () => true)).toBe(1);
  });
});
