'use client';
import { FailureNotice } from '../../feedback/failure-notice';
import { getKnownLabels, getShadow } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { formatPercent } from '../../text/format-percent';
import { plural } from '../../text/plural';
import { Figure } from './figure';
import classes from './panel.module.css';

const EVERY_MS = 5_000;
const SHOWN = 8;

/** How the shadow's answers compare with those of what is live, on the pictures of the shop. */
export function ShadowPanel({ version }: { version: string }) {
  const { data, problem, refresh } = usePolled(`shadow ${version}`, getShadow, EVERY_MS);
  // What is live may know products that the shadow does not.
  const { data: known } = usePolled('labels that are known', getKnownLabels, null);
  const names = new Map(known?.map(({ label, name }) => [label, name]));
  const nameOf = (label: string): string => names.get(label) ?? label;
  return (
    <section className={classes.panel} aria-label="Shadow">
      <h2>As shadow, on live slots</h2>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data?.facings === 0 && <p className={classes.dim}>No facing has been looked at since it became the shadow.</p>}
      {data !== undefined && data.facings > 0 && (
        <>
          <div className={classes.figures}>
            <Figure value={formatPercent(data.agreement)} label={`agree with ${data.against}`} />
            <Figure value={String(data.facings)} label="facings asked" />
          </div>
          {data.disagreements.length > 0 && (
            <div className={classes.scroll} tabIndex={0} role="region" aria-label="Where they disagree">
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">Live says, shadow says</th>
                    <th scope="col">Times</th>
                  </tr>
                </thead>
                <tbody>
                  {data.disagreements.slice(0, SHOWN).map(({ live, shadow, count }) => (
                    <tr key={`${live} ${shadow}`}>
                      <td>
                        {nameOf(live)}, {nameOf(shadow)}
                      </td>
                      <td>{plural(count, 'time')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  );
}
