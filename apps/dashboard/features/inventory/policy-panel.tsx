'use client';
import { Skeleton } from '@mantine/core';
import { FailureNotice } from '../../feedback/failure-notice';
import { useLiveResource } from '../../live/use-live-resource';
import { getPolicy } from '../../monitoring/inventory-api';
import type { LiveKind } from '../../monitoring/types';
import { formatMoment } from '../../time/format-clock';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { PolicyEditor } from './policy-editor';
import classes from './policy-editor.module.css';
import { PolicySummary } from './policy-summary';

const KINDS: readonly LiveKind[] = [];

/** How a product, or the whole store, is ordered: what holds, and the way to change it. */
export function PolicyPanel({ gtin, mayChange }: { gtin: string | null; mayChange: boolean }) {
  const { storeId, timeZone } = useConsole().store;
  const { data, problem, refresh } = useLiveResource(
    `policy ${storeId} ${gtin}`,
    (signal) => getPolicy(storeId, gtin, signal),
    KINDS,
  );
  return (
    <section className={`${panel.panel} ${classes.holder}`} aria-label="Replenishment">
      <h2>{gtin === null ? 'How the store orders' : 'How it is ordered'}</h2>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={120} radius={8} />}
      {data !== undefined && (
        <>
          <PolicySummary policy={data.policy} />
          <p className={panel.dim} style={{ marginTop: 8 }}>
            {data.changedAt === null
              ? `Nothing is set ${gtin === null ? 'for the store: the defaults hold' : 'for this product: the store’s policy holds'}.`
              : `Changed by ${data.changedBy}, ${formatMoment(new Date(data.changedAt), timeZone)}.`}
          </p>
          {mayChange && <PolicyEditor key={data.changedAt ?? 'never'} of={data} onSaved={refresh} />}
        </>
      )}
    </section>
  );
}
