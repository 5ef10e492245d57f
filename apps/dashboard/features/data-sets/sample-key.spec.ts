import { sampleAction } from './sample-key';

const press = (key: string, ctrlKey = false) => sampleAction({ key, ctrlKey, metaKey: false, altKey: false });

describe('Keys on a picture of a data set', () => {
  it('When Delete is pressed, then it is taken out; Escape lets go, Control and A chooses all', () => {
    expect(press('Delete')).toEqual({ do: 'take-out' });
    expect(press('Backspace')).toEqual({ do: 'take-out' });
    expect(press('Escape')).toEqual({ do: 'clear' });
    expect(press('a', true)).toEqual({ do: 'choose-all' });
  });

  it('When something is typed, then it is searched; other keys belong to the browser', () => {
    expect(press('a')).toEqual({ do: 'search', text: 'a' });
    expect(press('/')).toEqual({ do: 'search', text: '' });
    expect(press('Tab')).toBeUndefined();
    expect(press('r', true)).toBeUndefined();
  });
});
