'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { useLiveResource } from '../../live/use-live-resource';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { endExpectedGap, getExpectedGaps } from '../../monitoring/suppression-api';
import type { ExpectedGap } from '../../monitoring/types';
import { formatMoment } from '../../time/format-clock';
import { serverNow } from '../../time/server-clock';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { ExpectGap } from './expect-gap';

/** Windows end without an event. */
const TIMINGS = { minIntervalMs: 500, idleMs: 30_000, retryMs: 1_000 };

/** When nobody is to be asked for anything about gaps, and where. */
export function ExpectedGaps() {
  const { user, store } = useConsole();
  const { storeId, timeZone } = store;
  const load = (signal: AbortSignal): Promise<ExpectedGap[]> => getExpectedGaps(storeId, signal);
  const { data, problem, refresh } = useLiveResource(`expected gaps ${storeId}`, load, [], TIMINGS);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const mayChange = mayKeepShop(user.role);
  async function end(windowId: string): Promise<void> {
    try {
      await endExpectedGap(storeId, windowId);
      setFailure(null);
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      refresh();
    }
  }
  return (
    <section className={panel.panel} aria-label="Expected gaps">
      <h2>Expected gaps</h2>
      <p className={panel.dim}>
        While a shelf is rebuilt, filled or counted, its gaps are noted and nobody is asked to do something about them.
      </p>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {failure !== null && <FailureNotice problem={failure} onRetry={() => setFailure(null)} />}
      <div className={panel.list}>
        {data?.map((gap) => (
          <div key={gap.windowId} className={panel.row}>
            <span className={panel.main}>
              <b>{gap.reason}</b>
              <span className={panel.dim}>
                {gap.fixtureId ?? gap.slotId ?? 'Whole shop'} · {formatMoment(new Date(gap.startsAt), timeZone)} to{' '}
                {formatMoment(new Date(gap.endsAt), timeZone)}
              </span>
            </span>
            {mayChange && (
              <Button size="xs" variant="default" onClick={() => void end(gap.windowId)}>
                {Date.parse(gap.startsAt) > serverNow() ? 'Cancel' : 'End now'}
              </Button>
            )}
          </div>
        ))}
        {data?.length === 0 && <p className={panel.dim}>None now, and none planned.</p>}
      </div>
      {mayChange && <ExpectGap onAdded={refresh} />}
    </section>
  );
}
