import { mislabelAction } from './mislabel-key';

const press = (key: string, ctrlKey = false) => mislabelAction({ key, ctrlKey, metaKey: false, altKey: false });

describe('Keys on a doubtful picture', () => {
  it('When Enter is pressed, then it gets the likelier label; other keys do what they do in a data set', () => {
    expect(press('Enter')).toEqual({ do: 'give-likelier' });
    expect(press('Delete')).toEqual({ do: 'take-out' });
    expect(press('b')).toEqual({ do: 'search', text: 'b' });
    expect(press('Enter', true)).toBeUndefined();
  });
});
