'use client';
import { Skeleton } from '@mantine/core';
import { IconBrain } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { Notice } from '../../feedback/notice';
import { getRegistry, rollBack } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { formatPercent } from '../../text/format-percent';
import { formatMoment } from '../../time/format-clock';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';
import { AskReason } from './ask-reason';
import { doAndTell } from './do-and-tell';
import { Figure } from './figure';
import { LiveHistory } from './live-history';
import { ModelBadge } from './model-badge';
import { inOrderOfUse } from './model-states';
import classes from './panel.module.css';

const EVERY_MS = 5_000;

/** Every version, what is in use first. */
export function ModelList() {
  const { user, store } = useConsole();
  const { data, problem, refresh } = usePolled('registry', getRegistry, EVERY_MS);
  const [busy, setBusy] = useState(false);
  const hadAnother = data?.models.some(({ state }) => state === 'retired') ?? false;

  async function goBack(reason: string): Promise<void> {
    setBusy(true);
    await doAndTell('Rolled back', 'What was live before is live again.', () => rollBack(reason));
    setBusy(false);
    refresh();
  }

  return (
    <section aria-label="Models" className={classes.list} aria-busy={data === undefined}>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data?.inferenceAnswers === false && (
        <Notice tone="amber" icon={IconBrain} title="Inference does not answer">
          Nothing can be promoted until it does; what it serves is not known here.
        </Notice>
      )}
      {mayTeach(user.role) && hadAnother && (
        <div>
          <AskReason
            label="Roll back"
            question="Why go back to what was live before?"
            confirm="Roll back now"
            shortest={3}
            color="red"
            busy={busy}
            onReason={(reason) => void goBack(reason)}
          />
        </div>
      )}
      {data &&
        inOrderOfUse(data.models).map((model) => (
          <Link
            key={model.version}
            className={classes.row}
            href={`/models/versions/${encodeURIComponent(model.version)}`}
          >
            <span className={classes.main}>
              <b>{model.version}</b>
              <span className={classes.dim}>
                {model.architecture.backbone} {model.architecture.width} at {model.architecture.inputSize} px · by{' '}
                {model.createdBy}, {formatMoment(new Date(model.createdAt), store.timeZone)}
              </span>
            </span>
            <Figure value={String(model.classes)} label="classes" />
            {model.metrics['top1'] !== undefined && (
              <Figure value={formatPercent(model.metrics['top1'])} label="top-1" />
            )}
            {model.metrics['macroF1'] !== undefined && (
              <Figure value={formatPercent(model.metrics['macroF1'])} label="macro-F1" />
            )}
            <ModelBadge state={model.state} />
          </Link>
        ))}
      {data && <LiveHistory live={data.models.find(({ state }) => state === 'live')?.version} />}
      {data?.unusable.map(({ folder, reason }) => (
        <Notice key={folder} tone="amber" icon={IconBrain} title={`${folder} cannot be used`}>
          {reason}
        </Notice>
      ))}
      {data === undefined && problem === null && [0, 1, 2].map((row) => <Skeleton key={row} h={70} radius={12} />)}
      {data?.models.length === 0 && (
        <EmptyState icon={IconBrain} title="No model yet">
          Import pictures, freeze a data set and train a model.
        </EmptyState>
      )}
    </section>
  );
}
