import { labelAction } from './label-key';

const press = (key: string, held: Partial<{ ctrlKey: boolean; altKey: boolean }> = {}) =>
  labelAction({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('Keys on a crop', () => {
  it.each([
    ['Enter', 'confirm'],
    ['s', 'skip'],
    ['S', 'skip'],
    ['e', 'as-planned'],
    ['u', 'undo'],
    ['Escape', 'clear'],
  ])('When %s is pressed, then it means to %s', (key, action) => {
    expect(press(key)).toEqual({ do: action });
  });

  it.each(['4', 't', 'É', '茶'])('When %s is typed, then the search begins with it', (key) => {
    expect(press(key)).toEqual({ do: 'search', text: key });
  });

  it('When Control is held, then Enter sends and Z takes back; the rest belongs to the browser', () => {
    expect(press('Enter', { ctrlKey: true })).toEqual({ do: 'send' });
    expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(press('s', { ctrlKey: true })).toBeUndefined();
    expect(press('e', { altKey: true })).toBeUndefined();
  });

  it.each(['Tab', 'ArrowUp', 'F5', ' '])('When %s is pressed, then it means nothing here', (key) => {
    expect(press(key)).toBeUndefined();
  });
});
