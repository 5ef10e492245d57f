'use client';
import { Anchor, Button, Group, Skeleton, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { useLiveResource } from '../../live/use-live-resource';
import { cancelPlanogram, getPlanogram, planogramExportAddress } from '../../monitoring/planogram-api';
import type { LiveKind, PlanogramVersion } from '../../monitoring/types';
import { formatMoment } from '../../time/format-clock';
import { doAndTell } from '../models/do-and-tell';
import badge from '../reorders/state-badge.module.css';
import { useConsole } from '../session/console-context';
import { DifferenceView } from './difference-view';
import { countsText, VERSION_STATES } from './planogram-words';
import classes from './version-row.module.css';

/** One version: what it holds, from when, and what may be done with it. */
export function VersionRow(props: {
  version: PlanogramVersion;
  mayChange: boolean;
  nameOf: (gtin: string) => string;
  onChanged: () => void;
}) {
  const { version, mayChange, nameOf, onChanged } = props;
  const { storeId, timeZone } = useConsole().store;
  const [opened, { toggle }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const { versionId, state, effectiveFrom, appliedAt, createdBy, createdAt } = version;
  const name = version.name || 'Planogram';
  const from = formatMoment(new Date(effectiveFrom), timeZone);

  async function cancel(): Promise<void> {
    setBusy(true);
    await doAndTell('Cancelled', `${name} will not be applied.`, () => cancelPlanogram(storeId, versionId));
    setBusy(false);
    onChanged();
  }

  return (
    <article className={classes.version} aria-label={`${name}, from ${from}`} data-version-id={versionId}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h3>
            {name}
            <span className={badge.badge} data-tone={VERSION_STATES[state].tone}>
              {VERSION_STATES[state].label}
            </span>
          </h3>
          <p>
            from {from}
            {appliedAt !== null && `, applied ${formatMoment(new Date(appliedAt), timeZone)}`} · by {createdBy},{' '}
            {formatMoment(new Date(createdAt), timeZone)}
          </p>
          <p>{countsText(version.counts)}</p>
          {version.failure !== null && <p className={classes.failure}>{version.failure}</p>}
        </div>
        <Group gap={10}>
          {mayChange && state === 'scheduled' && (
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={() => void cancel()}
              aria-label={`Cancel ${name}`}
            >
              Cancel it
            </Button>
          )}
          {(['json', 'csv'] as const).map((format) => (
            <Anchor
              key={format}
              size="sm"
              href={planogramExportAddress(storeId, versionId, format)}
              download
              aria-label={`Download ${name} as ${format.toUpperCase()}`}
            >
              {format.toUpperCase()}
            </Anchor>
          ))}
          <UnstyledButton className={classes.toggle} onClick={toggle} aria-expanded={opened}>
            What changes
            <IconChevronDown size={15} stroke={1.9} aria-hidden />
          </UnstyledButton>
        </Group>
      </div>
      {opened && <VersionDifference versionId={versionId} state={state} nameOf={nameOf} />}
    </article>
  );
}

const KINDS: readonly LiveKind[] = [];

function VersionDifference(props: {
  versionId: string;
  state: PlanogramVersion['state'];
  nameOf: (gtin: string) => string;
}) {
  const { versionId, state, nameOf } = props;
  const { storeId } = useConsole().store;
  const { data, problem, refresh } = useLiveResource(
    `planogram ${versionId} ${state}`,
    (signal) => getPlanogram(storeId, versionId, signal),
    KINDS,
  );
  if (data !== undefined) return <DifferenceView difference={data.difference} nameOf={nameOf} />;
  return problem === null ? <Skeleton h={60} radius={8} /> : <FailureNotice problem={problem} onRetry={refresh} />;
}
