import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { between, toggled } from './grid-choice';
import { columnsOf, picturesIn } from './grid-elements';
import { nextPlace } from './next-place';

const NOTHING: ReadonlySet<string> = new Set();

export interface GridChoice {
  chosen: ReadonlySet<string>;
  /** Of the picture that has the focus. */
  place: number;
  setPlace: (at: number) => void;
  choose: (ids: Iterable<string>) => void;
  /** Forgets what is chosen; the next choice with Shift begins at `from`. */
  clear: (from?: number) => void;
  /** @returns whether the key was one that walks */
  walk: (event: KeyboardEvent<HTMLDivElement>) => boolean;
  click: (event: MouseEvent, at: number) => void;
}

/** Walking a grid of pictures with the arrow keys, and choosing some with Shift or the pointer. @param ids in the order of the grid */
export function useGridChoice(ids: readonly string[]): GridChoice {
  const [chosen, setChosen] = useState(NOTHING);
  const [place, setPlace] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const chooseTo = (at: number): void => setChosen(new Set(between(ids, anchor, at)));

  return {
    ...{ chosen, place, setPlace },
    choose: (some) => setChosen(new Set(some)),
    clear(from) {
      setChosen(NOTHING);
      if (from !== undefined) setAnchor(from);
    },
    walk(event) {
      const buttons = picturesIn(event.currentTarget);
      const to = nextPlace(event.key, place, buttons.length, columnsOf(buttons));
      if (to === undefined) return false;
      event.preventDefault();
      if (event.shiftKey) chooseTo(to);
      else setAnchor(to);
      buttons[to]?.focus();
      return true;
    },
    click(event, at) {
      if (event.shiftKey) return chooseTo(at);
      setAnchor(at);
      setChosen((before) => toggled(before, ids[at]!));
    },
  };
}
