'use client';
import { Stack } from '@mantine/core';
import { IconAlertTriangle, IconEyeOff } from '@tabler/icons-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { Notice } from '../../feedback/notice';
import type { ReplayQuestion } from '../../monitoring/replay-api';
import type { ReplayReport } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { DifferenceList } from './difference-list';
import { ReplayComparison } from './replay-comparison';
import { ReplayForm } from './replay-form';
import { replayAddress } from './replay-form-state';
import { ReplayProgress } from './replay-progress';
import classes from './replay-page.module.css';
import { useReplay } from './use-replay';

/** Plays what was seen again with other settings. The period is in the address. */
export function ReplayPage() {
  const { storeId, timeZone } = useConsole().store;
  const router = useRouter();
  const address = useSearchParams();
  const [asked, setAsked] = useState<ReplayQuestion | null>(null);
  const { startedAt, report, answers, problem, start, cancel } = useReplay(storeId);
  const errors = problem?.errors ?? [];
  function ask(question: ReplayQuestion): void {
    setAsked(question);
    router.replace(replayAddress(question), { scroll: false });
    start(question);
  }
  return (
    <Stack gap="md">
      <ReplayForm address={address} timeZone={timeZone} errors={errors} isRunning={startedAt !== null} onStart={ask} />
      {startedAt !== null && <ReplayProgress startedAt={startedAt} onCancel={cancel} />}
      {problem !== null && errors.length === 0 && (
        <FailureNotice problem={problem} stale={report !== null} onRetry={() => asked !== null && ask(asked)} />
      )}
      {errors.length > 0 && (
        <Notice tone="red" icon={IconAlertTriangle} title="Nothing was replayed">
          {plural(errors.length, 'field')} {errors.length === 1 ? 'is' : 'are'} wrong; the words next to{' '}
          {errors.length === 1 ? 'it' : 'them'} say why.
        </Notice>
      )}
      {report !== null && <Report key={answers} report={report} timeZone={timeZone} />}
    </Stack>
  );
}

function Report({ report, timeZone }: { report: ReplayReport; timeZone: string }) {
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => void summary.current?.scrollIntoView({ block: 'start' }), []);
  const { from, to, observations, modelVersions, recorded, limits } = report;
  const period = `${formatMoment(new Date(from), timeZone)} to ${formatMoment(new Date(to), timeZone)}`;
  if (observations === 0) {
    return (
      <EmptyState icon={IconEyeOff} title="Nothing was observed in this period">
        From {period}, no camera’s picture was read. Choose a period in which the cameras were on.
      </EmptyState>
    );
  }
  return (
    <>
      <p ref={summary} className={`${panel.dim} ${classes.summary}`} role="status">
        Replayed: {period}, {plural(observations, 'observation')}, with the hour before. Read by{' '}
        {modelVersions.join(', ')}.
      </p>
      <ReplayComparison report={report} />
      <DifferenceList report={report} timeZone={timeZone} />
      <section className={panel.panel} aria-label="How far to trust it">
        <h2>How far to trust it</h2>
        <p style={{ margin: '0 0 10px', fontSize: 13.5 }}>
          Live, {plural(recorded.events, 'event')} opened in this period; {recorded.alsoReplayed} of them open in the
          replay with the settings of today as well, {recorded.onlyRecorded} do not, and {recorded.onlyReplayed} open in
          the replay only.
        </p>
        <ul className={panel.checks} style={{ marginBottom: 0 }}>
          {limits.map((limit) => (
            <li key={limit}>
              <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
              {limit}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
