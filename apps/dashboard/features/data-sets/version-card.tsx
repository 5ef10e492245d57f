import type { DataSetVersion } from '../../retraining/types';
import { formatPercent } from '../../text/format-percent';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import classes from '../models/panel.module.css';
import { splitSides } from './split-sides';
import card from './version-card.module.css';

/** A frozen version: its hash, and how its pictures were dealt to the sides of the split. */
export function VersionCard({ version, timeZone }: { version: DataSetVersion; timeZone: string }) {
  const { number, hash, createdAt, createdBy, split, counts, classes: taught } = version;
  const sides = splitSides(counts);
  return (
    <article className={card.card} aria-label={`Version ${number}`}>
      <h3>
        Version {number}
        <span>
          {plural(taught, 'class', 'classes')}, frozen {formatMoment(new Date(createdAt), timeZone)} by {createdBy}
        </span>
      </h3>
      <div className={card.bar} aria-hidden>
        {sides.map(({ side, share }) => (
          <span key={side} data-side={side} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className={card.sides}>
        {sides.map(({ side, label, meaning, count, share }) => (
          <li key={side} title={meaning} className="figures">
            <i data-side={side} aria-hidden />
            {label} {count} ({formatPercent(share, 0)})
          </li>
        ))}
      </ul>
      <p className={classes.dim}>
        {split.by === 'group' ? 'Split by camera and day' : 'Split as it came'}, seed {split.seed}
        {split.maxPerClass !== null && `, at most ${split.maxPerClass} pictures a class`}
        {split.holdOut.length > 0 && `, ${plural(split.holdOut.length, 'class', 'classes')} held out`}. SHA-256{' '}
        <code title={hash}>{hash.slice(0, 16)}</code>
      </p>
    </article>
  );
}
