'use client';
import { Button, Group, Progress, Skeleton } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { changeRun, getRun } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { PageHeading } from '../../shell/page-heading';
import { formatClock, formatMoment } from '../../time/format-clock';
import { doAndTell } from '../models/do-and-tell';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';
import { RunBadge } from './run-badge';
import { RunCurves } from './run-curves';
import { progressWords } from './run-states';

const EVERY_MS = 1_500;

/** One run, live: how far, how it learns, what it said. */
export function RunPage({ runId }: { runId: string }) {
  const { user, store } = useConsole();
  const [busy, setBusy] = useState<string | null>(null);
  const { data: run, problem, refresh } = usePolled(`run ${runId}`, (signal) => getRun(runId, signal), EVERY_MS);
  const canResume =
    run && (['paused', 'cancelled', 'interrupted'].includes(run.state) || run.failure?.retriable === true);

  async function change(to: 'pause' | 'cancel' | 'resume', done: string): Promise<void> {
    setBusy(to);
    await doAndTell(done, runId, () => changeRun(runId, to));
    setBusy(null);
    refresh();
  }

  return (
    <>
      <PageHeading
        title={run?.modelVersion ?? run?.request.name ?? 'Run'}
        about={
          run
            ? `${run.request.strategy}, begun ${formatMoment(new Date(run.startedAt), store.timeZone)} by ${run.startedBy}`
            : 'Loading'
        }
      >
        {run && <RunBadge state={run.state} />}
      </PageHeading>
      {problem !== null && <FailureNotice problem={problem} stale={run !== undefined} onRetry={refresh} />}
      {run === undefined && problem === null && <Skeleton h={240} radius={12} />}
      {run && (
        <div className={classes.grid}>
          <section className={classes.panel} aria-live="polite">
            <h2>Progress</h2>
            <p className={classes.dim}>{run.state === 'running' ? progressWords(run) : (run.failure?.message ?? '')}</p>
            <Progress
              my="sm"
              value={run.state === 'succeeded' ? 100 : (run.progress?.done ?? 0) * 100}
              animated={run.state === 'running'}
              aria-label="How far the run is"
            />
            <dl className={classes.facts}>
              <dt>Computed with</dt>
              <dd>{run.backend ?? 'not chosen yet'}</dd>
              <dt>Started from</dt>
              <dd>{run.parentVersion ?? 'chance'}</dd>
              <dt>Estimated</dt>
              <dd>{Math.max(1, Math.round(run.estimatedSeconds / 60))} min</dd>
            </dl>
            {mayTeach(user.role) && (
              <Group gap="xs" mt="md">
                {run.state === 'running' && (
                  <>
                    <Button
                      size="xs"
                      variant="default"
                      loading={busy === 'pause'}
                      onClick={() => void change('pause', 'Paused')}
                    >
                      Pause
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      loading={busy === 'cancel'}
                      onClick={() => void change('cancel', 'Cancelled')}
                    >
                      Cancel
                    </Button>
                  </>
                )}
                {canResume && (
                  <Button size="xs" loading={busy === 'resume'} onClick={() => void change('resume', 'It goes on')}>
                    Go on
                  </Button>
                )}
                {run.state === 'succeeded' && run.modelVersion !== null && (
                  <Button size="xs" component={Link} href={`/models/versions/${encodeURIComponent(run.modelVersion)}`}>
                    Look at the model
                  </Button>
                )}
              </Group>
            )}
          </section>
          {run.epochs.length > 0 && <RunCurves epochs={run.epochs} />}
          <section className={classes.panel}>
            <h2>Log</h2>
            <pre className={classes.log} tabIndex={0}>
              {run.log.map(({ at, text }) => `${formatClock(new Date(at), store.timeZone)}  ${text}`).join('\n')}
            </pre>
          </section>
        </div>
      )}
    </>
  );
}
