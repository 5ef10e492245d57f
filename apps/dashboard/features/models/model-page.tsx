'use client';
import { Skeleton } from '@mantine/core';
import { FailureNotice } from '../../feedback/failure-notice';
import { getModel } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { PageHeading } from '../../shell/page-heading';
import { formatMoment } from '../../time/format-clock';
import { useConsole } from '../session/console-context';
import { CalibrationPanel } from './calibration-panel';
import { ClassTable } from './class-table';
import { Confusions } from './confusions';
import { GatePanel } from './gate-panel';
import { ModelBadge } from './model-badge';
import { ModelFacts } from './model-facts';
import classes from './panel.module.css';
import { ShadowPanel } from './shadow-panel';

const EVERY_MS = 10_000;

/** One model: what it is, what it can, what it confuses, and whether it may go live. */
export function ModelPage({ version }: { version: string }) {
  const { store } = useConsole();
  const {
    data: model,
    problem,
    refresh,
  } = usePolled(`model ${version}`, (signal) => getModel(version, signal), EVERY_MS);
  return (
    <>
      <PageHeading
        title={version}
        about={
          model === undefined
            ? 'Loading'
            : `Trained ${formatMoment(new Date(model.createdAt), store.timeZone)} by ${model.createdBy}`
        }
      >
        {model && <ModelBadge state={model.state} />}
      </PageHeading>
      {problem !== null && <FailureNotice problem={problem} stale={model !== undefined} onRetry={refresh} />}
      {model === undefined && problem === null && <Skeleton h={240} radius={12} />}
      {model && (
        <div className={classes.grid}>
          <GatePanel key={model.state} model={model} onChanged={refresh} />
          <ModelFacts model={model} />
          {model.state === 'shadow' && <ShadowPanel version={model.version} />}
          {model.evaluation && <ClassTable evaluation={model.evaluation} />}
          {model.evaluation && <Confusions evaluation={model.evaluation} />}
          {model.evaluation && <CalibrationPanel evaluation={model.evaluation} />}
          <section className={classes.panel}>
            <h2>History</h2>
            <dl className={classes.facts}>
              {model.history.map(({ state, from, by, reason }) => (
                <div key={from} className={classes.fact}>
                  <dt>{formatMoment(new Date(from), store.timeZone)}</dt>
                  <dd>
                    <ModelBadge state={state} /> by {by}: {reason}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      )}
    </>
  );
}
