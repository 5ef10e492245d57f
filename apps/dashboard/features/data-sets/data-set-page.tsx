'use client';
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import type { ApiProblem } from '../../monitoring/api-problem';
import { getDataSet, getImports } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { PageHeading } from '../../shell/page-heading';
import { plural } from '../../text/plural';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';
import { ClassBalance } from './class-balance';
import { ImportPanel } from './import-panel';
import { MislabelPanel } from './mislabel-panel';
import { SampleGrid } from './sample-grid';
import { VersionsPanel } from './versions-panel';

const EVERY_MS = 4_000;
const IMPORTS_EVERY_MS = 1_000;

/** A name without pictures is no error: it is a data set that begins. */
const isNew = (problem: ApiProblem | null): boolean => problem?.code === 'DATA_SET_UNKNOWN';

export function DataSetPage({ dataSet }: { dataSet: string }) {
  const { user } = useConsole();
  const { data, problem, refresh } = usePolled(
    `data set ${dataSet}`,
    (signal) => getDataSet(dataSet, signal),
    EVERY_MS,
  );
  const { data: imports, refresh: refreshImports } = usePolled(
    `imports ${dataSet}`,
    (signal) => getImports(dataSet, signal),
    IMPORTS_EVERY_MS,
  );
  const isImporting = imports?.some(({ state }) => state === 'running') ?? false;
  const [label, setLabel] = useState<string | null>(null);
  const mayChange = mayTeach(user.role);
  const chosen = data?.classList.find((it) => it.label === label);
  return (
    <>
      <PageHeading
        title={dataSet}
        about={
          data ? `${plural(data.samples, 'picture')} of ${plural(data.classes, 'class', 'classes')}` : 'No pictures yet'
        }
      />
      {problem !== null && !isNew(problem) && (
        <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />
      )}
      <div className={classes.grid}>
        {mayChange && (
          <ImportPanel
            dataSet={dataSet}
            imports={imports ?? []}
            onTaken={() => {
              refreshImports();
              refresh();
            }}
          />
        )}
        {data && <VersionsPanel dataSet={data} mayFreeze={mayChange} isImporting={isImporting} onFrozen={refresh} />}
        {data && <ClassBalance classList={data.classList} chosen={label} onChoose={setLabel} />}
        {data && chosen && (
          <SampleGrid
            key={chosen.label}
            dataSet={dataSet}
            of={chosen}
            all={data.classList}
            mayChange={mayChange}
            onChanged={refresh}
          />
        )}
        {data && data.samples > 0 && <MislabelPanel dataSet={data} mayChange={mayChange} onChanged={refresh} />}
        {data === undefined && problem === null && <Skeleton h={200} radius={12} />}
      </div>
    </>
  );
}
