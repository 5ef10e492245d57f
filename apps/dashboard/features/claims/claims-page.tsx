'use client';
import { Skeleton, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { Notice } from '../../feedback/notice';
import { serverNow } from '../../time/server-clock';
import { formatMoment } from '../../time/format-clock';
import type { ClaimsReport } from '../../monitoring/types';
import { KpiFormulas } from '../kpis/kpi-formulas';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { claimsAddress, claimsChoiceOf } from './claims-address';
import { ClaimsForm } from './claims-form';
import { ClaimsTable } from './claims-table';
import { useClaims, useStores } from './use-claims';
import { VerdictList } from './verdict-list';

/** Before and after a change, in stores with it and without. The choice is in the address, so it can be bookmarked and sent. */
export function ClaimsPage() {
  const { storeId, timeZone } = useConsole().store;
  const router = useRouter();
  const address = useSearchParams();
  const [openedAt] = useState(serverNow);
  const choice = claimsChoiceOf(address, storeId, openedAt);
  const { data: stores, problem: storesProblem, refresh: refreshStores } = useStores();
  const { data, problem, refresh } = useClaims(choice);
  const errors = problem?.errors ?? [];
  return (
    <Stack gap="md">
      {storesProblem !== null && <FailureNotice problem={storesProblem} onRetry={refreshStores} />}
      {stores === undefined && storesProblem === null && <Skeleton h={130} radius={12} />}
      {stores !== undefined && (
        <ClaimsForm
          choice={choice}
          stores={stores}
          timeZone={timeZone}
          errors={errors}
          onChoose={(wanted) => router.replace(claimsAddress(wanted), { scroll: false })}
        />
      )}
      {problem !== null && errors.length === 0 && (
        <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />
      )}
      {errors.length > 0 && (
        <Notice tone="red" icon={IconAlertTriangle} title="Nothing was compared">
          The words next to the fields say what is wrong.
        </Notice>
      )}
      {data === undefined && problem === null && <Skeleton h={320} radius={12} />}
      {data !== undefined && <Report report={data} timeZone={timeZone} />}
    </Stack>
  );
}

function Report({ report, timeZone }: { report: ClaimsReport; timeZone: string }) {
  const [from, changed, to] = [report.beforeFrom, report.changedAt, report.afterTo].map((moment) =>
    formatMoment(new Date(moment), timeZone),
  );
  return (
    <>
      <p className={panel.dim} role="status">
        Before: {from} to {changed}. After: {changed} to {to}.
      </p>
      <VerdictList report={report} />
      <ClaimsTable report={report} />
      <section className={panel.panel} aria-label="What weakens it">
        <h2>What weakens the comparison</h2>
        <ul className={panel.checks} style={{ marginBottom: 0 }}>
          {report.caveats.map((caveat) => (
            <li key={caveat}>
              <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
              {caveat}
            </li>
          ))}
        </ul>
      </section>
      <KpiFormulas
        report={{
          definitions: report.claims.map(({ definition }) => definition),
          notMeasured: report.notMeasured,
        }}
      />
    </>
  );
}
