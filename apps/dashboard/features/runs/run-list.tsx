'use client';
import { Progress, Skeleton } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import Link from 'next/link';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { getRuns } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { formatPercent } from '../../text/format-percent';
import { formatMoment } from '../../time/format-clock';
import { Figure } from '../models/figure';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';
import { RunBadge } from './run-badge';
import { progressWords } from './run-states';
import { StartRunForm } from './start-run-form';

const EVERY_MS = 2_000;

export function RunList() {
  const { user, store } = useConsole();
  const { data, problem, refresh } = usePolled('runs', getRuns, EVERY_MS);
  return (
    <section aria-label="Training runs" className={classes.list} aria-busy={data === undefined}>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {mayTeach(user.role) && <StartRunForm onStarted={refresh} />}
      {data?.map((run) => (
        <Link key={run.runId} href={`/models/runs/${run.runId}`} className={classes.row}>
          <span className={classes.main}>
            <b>{run.modelVersion ?? run.request.name}</b>
            <span className={classes.dim}>
              {run.request.strategy} · by {run.startedBy}, {formatMoment(new Date(run.startedAt), store.timeZone)}
            </span>
            {run.state === 'running' && (
              <>
                <span className={classes.dim}>{progressWords(run)}</span>
                <Progress value={(run.progress?.done ?? 0) * 100} size="sm" mt={6} aria-label="How far the run is" />
              </>
            )}
            {run.failure !== null && <span className={classes.dim}>{run.failure.message}</span>}
          </span>
          {run.metrics['top1'] !== undefined && <Figure value={formatPercent(run.metrics['top1'])} label="top-1" />}
          <RunBadge state={run.state} />
        </Link>
      ))}
      {data === undefined && problem === null && [0, 1].map((row) => <Skeleton key={row} h={70} radius={12} />)}
      {data?.length === 0 && (
        <EmptyState icon={IconSchool} title="No run yet">
          Freeze a data set, choose it above and start.
        </EmptyState>
      )}
    </section>
  );
}
