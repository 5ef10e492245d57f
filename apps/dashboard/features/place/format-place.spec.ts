import { formatPlace } from './format-place';

const place = { aisle: 'A', fixtureName: 'Bay 3', shelf: 4, position: 5 };

describe('formatPlace', () => {
  it('When everything is known, then it leads from the aisle to the position', () => {
    expect(formatPlace(place)).toBe('Aisle A · Bay 3 · Shelf 4 · Position 5');
  });
  it('When the shop writes "Aisle" itself, then the word is not doubled', () => {
    expect(formatPlace({ ...place, aisle: 'Aisle 7' })).toBe('Aisle 7 · Bay 3 · Shelf 4 · Position 5');
  });
  it('When the shop has no aisles, then the fixture comes first', () => {
    expect(formatPlace({ ...place, aisle: '' })).toBe('Bay 3 · Shelf 4 · Position 5');
  });
});
