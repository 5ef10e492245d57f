import { placeParts, type WalkingPlace } from './format-place';
import classes from './place-line.module.css';

/** Where to walk to. */
export function PlaceLine({ place }: { place: WalkingPlace }) {
  return (
    <span className={classes.line}>
      {placeParts(place).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}
