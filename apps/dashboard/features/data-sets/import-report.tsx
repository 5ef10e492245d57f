import { Progress } from '@mantine/core';
import type { Import } from '../../retraining/types';
import { plural } from '../../text/plural';
import classes from '../models/panel.module.css';
import badge from '../reorders/state-badge.module.css';
import report from './import-report.module.css';
import { IMPORT_STATES, progressOf, REFUSALS } from './import-words';

const FILES_SHOWN = 3;
const ROWS_SHOWN = 20;

/** What an import took in, what it refused, why, and what to do about it. */
export function ImportReport({ of }: { of: Import }) {
  const { source, state, done, total, failure } = of;
  const { added, refused, rows, nearDuplicates, classes: balance } = of.report;
  const tooFew = balance.filter((it) => it.tooFew);
  return (
    <article className={report.report}>
      <h3>
        {source}
        <span className={badge.badge} data-tone={IMPORT_STATES[state].tone} role="status">
          {IMPORT_STATES[state].label}
        </span>
      </h3>
      {state === 'running' && (
        <>
          <p className={classes.dim}>{progressOf(of)}</p>
          <Progress
            value={total === null ? 100 : (done / Math.max(1, total)) * 100}
            animated
            aria-label="How far the import is"
          />
        </>
      )}
      {failure !== null && <p className={classes.failed}>{failure.message}</p>}
      <ul>
        <li>{plural(added, 'picture')} added</li>
        {refused.map(({ reason, count, examples }) => (
          <li key={reason}>
            {count} refused: {REFUSALS[reason].label}. <span>{REFUSALS[reason].advice}</span>
            <small>
              {examples.slice(0, FILES_SHOWN).join(', ')}
              {count > FILES_SHOWN && ' …'}
            </small>
          </li>
        ))}
        {nearDuplicates.length > 0 && (
          <li>
            {plural(nearDuplicates.length, 'picture')} nearly like another: kept, on its side of every split.
            <small>
              {nearDuplicates
                .slice(0, FILES_SHOWN)
                .map(({ file, like }) => `${file} like ${like}`)
                .join(', ')}
            </small>
          </li>
        )}
        {tooFew.length > 0 && (
          <li>
            Too few to learn from: {tooFew.map(({ name, samples }) => `${name} (${samples})`).join(', ')}.{' '}
            <span>Add pictures of these.</span>
          </li>
        )}
      </ul>
      {rows.length > 0 && (
        <details>
          <summary>{plural(rows.length, 'row')} of the table refused</summary>
          <ul>
            {rows.slice(0, ROWS_SHOWN).map(({ row, file, message }) => (
              <li key={row}>
                Line {row}, {file}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
