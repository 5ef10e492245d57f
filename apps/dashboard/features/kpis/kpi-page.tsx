'use client';
import { Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import type { KpiReport } from '../../monitoring/types';
import panel from '../models/panel.module.css';
import { KpiFormulas } from './kpi-formulas';
import { KpiTable } from './kpi-table';
import { GROUPINGS, PERIODS } from './kpi-words';
import { useKpis } from './use-kpis';

/** Figures of the shop over a period, by group, with their formulas. */
export function KpiPage() {
  const [days, setDays] = useState<string>('7');
  const [groupBy, setGroupBy] = useState<string>('category');
  const { data, problem, refresh } = useKpis(Number(days), groupBy as KpiReport['groupBy']);
  return (
    <section aria-label="KPIs">
      <Group mb="md">
        <SegmentedControl aria-label="Period" data={[...PERIODS]} value={days} onChange={setDays} />
        <SegmentedControl aria-label="Grouped by" data={[...GROUPINGS]} value={groupBy} onChange={setGroupBy} />
      </Group>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={240} radius={12} />}
      {data !== undefined && (
        <Stack gap="md">
          <section className={panel.panel}>
            <h2>Figures</h2>
            <KpiTable report={data} />
          </section>
          <KpiFormulas report={data} />
        </Stack>
      )}
    </section>
  );
}
