import { Progress } from '@mantine/core';
import type { Import } from '../../retraining/types';
import { plural } from '../../text/plural';
import classes from '../models/panel.module.css';

const FILES_SHOWN = 3;

/** What an import took in, and what it refused and why. */
export function ImportReport({ of: { source, state, done, total, report, failure } }: { of: Import }) {
  const { added, refused, nearDuplicates, classes: balance } = report;
  const tooFew = balance.filter((it) => it.tooFew);
  return (
    <div style={{ marginTop: 14 }} aria-live="polite">
      <b>{source}</b> <span className={classes.dim}>{state}</span>
      {state === 'running' && (
        <Progress
          value={total === null ? 0 : (done / Math.max(1, total)) * 100}
          animated
          aria-label="How far the import is"
        />
      )}
      {failure !== null && <p className={classes.failed}>{failure.message}</p>}
      <ul className={classes.checks} style={{ margin: '6px 0 0', display: 'block', lineHeight: 1.6 }}>
        <li style={{ display: 'block' }}>{plural(added, 'picture')} added</li>
        {refused.map(({ reason, count, examples }) => (
          <li key={reason} style={{ display: 'block' }}>
            {count} refused, {reason}:{' '}
            <span className={classes.dim} style={{ display: 'inline' }}>
              {examples.slice(0, FILES_SHOWN).join(', ')}
            </span>
          </li>
        ))}
        {nearDuplicates.length > 0 && (
          <li style={{ display: 'block' }}>
            {nearDuplicates.length} nearly repeat another picture and stay in its group
          </li>
        )}
        {tooFew.length > 0 && (
          <li style={{ display: 'block' }}>
            too few to learn from: {tooFew.map(({ name, samples }) => `${name} (${samples})`).join(', ')}
          </li>
        )}
      </ul>
    </div>
  );
}
