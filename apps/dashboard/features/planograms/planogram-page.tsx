'use client';
import { Anchor, Group, Skeleton, Stack } from '@mantine/core';
import { IconLayoutBoard } from '@tabler/icons-react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { planogramExportAddress } from '../../monitoring/planogram-api';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { ExpectedGaps } from '../expected-gaps/expected-gaps';
import { byFixture } from './by-fixture';
import { ImportPlanogram } from './import-planogram';
import { usePlanograms } from './use-planograms';
import { useProductNames } from './use-product-names';
import { VersionRow } from './version-row';

/** Which product stands where: what came in, what holds, what waits for its day. */
export function PlanogramPage() {
  const { user, store } = useConsole();
  const { data, problem, refresh } = usePlanograms();
  const nameOf = useProductNames();
  const mayChange = mayKeepShop(user.role);
  return (
    <Stack gap="md">
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {mayChange && <ImportPlanogram nameOf={nameOf} onTaken={refresh} />}
      <section className={panel.panel} aria-label="What the store has now">
        <h2>What the store has now</h2>
        <p className={panel.dim}>All fixtures, whether they came with the shop’s definition or with a planogram.</p>
        <Group gap="md" mt={8}>
          {(['json', 'csv'] as const).map((format) => (
            <Anchor key={format} size="sm" href={planogramExportAddress(store.storeId, null, format)} download>
              Download as {format.toUpperCase()}
            </Anchor>
          ))}
        </Group>
      </section>
      <ExpectedGaps />
      {data === undefined && problem === null && <Skeleton h={160} radius={12} />}
      {data?.length === 0 && (
        <EmptyState icon={IconLayoutBoard} title="No planogram was imported yet">
          The slots are those of the shop’s definition.{' '}
          {mayChange
            ? 'A file changes the fixtures that it names, and keeps the others.'
            : 'Managers and integrators may import planograms.'}
        </EmptyState>
      )}
      {byFixture(data ?? []).map(({ fixtures, versions }) => (
        <section key={fixtures} className={panel.panel} aria-label={`Versions of ${fixtures}`}>
          <h2>{fixtures}</h2>
          {versions.map((version) => (
            <VersionRow
              key={version.versionId}
              version={version}
              mayChange={mayChange}
              nameOf={nameOf}
              onChanged={refresh}
            />
          ))}
        </section>
      ))}
    </Stack>
  );
}
