import { movementText } from './movement-words';

describe('movementText', () => {
  it.each([
    ['sale', { quantity: 2 }, '−2'],
    ['sale', { quantity: -1 }, '+1'],
    ['delivery', { quantity: 24, place: 'backroom', fromOrder: 24 }, '+24, back room, 24 of them were on order'],
    ['correction', { quantity: -1, place: 'shelf', reason: 'own-use' }, '−1, shelf, own use'],
    ['count', { shelf: 4, backroom: 0 }, 'shelf 4, back room 0'],
    ['shelf-evidence', { shelf: 3 }, 'shelf 3'],
  ] as const)('When a %s says %j, then it reads “%s”', (kind, details, text) => {
    expect(movementText({ kind, details })).toBe(text);
  });
});
