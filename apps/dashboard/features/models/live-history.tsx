'use client';
import Link from 'next/link';
import { FailureNotice } from '../../feedback/failure-notice';
import { getLiveHistory } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { formatMoment } from '../../time/format-clock';
import { useConsole } from '../session/console-context';
import classes from './panel.module.css';

/** Which model answered when, the newest first. @param live makes it ask again when it changes */
export function LiveHistory({ live }: { live: string | undefined }) {
  const { timeZone } = useConsole().store;
  const { data, problem, refresh } = usePolled(`live history ${live ?? ''}`, getLiveHistory, null);
  const moment = (time: string): string => formatMoment(new Date(time), timeZone);
  if (data?.live.length === 0) return null;
  return (
    <section className={classes.panel} aria-label="What was live">
      <h2>What was live</h2>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      <dl className={classes.facts}>
        {data?.live.toReversed().map(({ version, from, to, by }) => (
          <div key={from} className={classes.fact}>
            <dt className="figures">
              {moment(from)} to {to === null ? 'now' : moment(to)}
            </dt>
            <dd>
              <Link href={`/models/versions/${encodeURIComponent(version)}`}>{version}</Link>, by {by}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
