'use client';
import { Button, Progress } from '@mantine/core';
import { IconTagOff } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { findMislabels, getMislabelSearches } from '../../retraining/api';
import type { DataSetDetail } from '../../retraining/types';
import { usePolled } from '../../retraining/use-polled';
import classes from '../models/panel.module.css';
import { MislabelGrid } from './mislabel-grid';
import { searchShare, searchWords } from './mislabel-words';

const EVERY_MS = 1_000;

/** Looks for pictures whose label is probably wrong, follows the search, and shows what the newest one found. */
export function MislabelPanel(props: { dataSet: DataSetDetail; mayChange: boolean; onChanged: () => void }) {
  const { dataSet, mayChange, onChanged } = props;
  const { name, classList } = dataSet;
  const { data, problem, refresh } = usePolled(
    `searches ${name}`,
    (signal) => getMislabelSearches(name, signal),
    EVERY_MS,
  );
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const newest = data?.[0];
  const isRunning = newest?.state === 'running';
  /** While one runs, the one before can still be worked on. */
  const ended = data?.find(({ state }) => state === 'succeeded');

  async function start(): Promise<void> {
    setFailure(null);
    setStarting(true);
    try {
      await findMislabels(name);
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setStarting(false);
      refresh();
    }
  }

  return (
    <section className={`${classes.panel} ${classes.wide}`} aria-label="Wrong labels">
      <h2>Wrong labels</h2>
      <p className={classes.dim}>
        Every picture is compared with what the other pictures teach. The first search looks at all of them and may take
        minutes; later ones look at new pictures only.
      </p>
      {mayChange && (
        <Button
          mt="sm"
          size="xs"
          loading={starting || isRunning}
          onClick={() => void start()}
          leftSection={<IconTagOff size={15} stroke={1.8} aria-hidden />}
        >
          Find wrong labels
        </Button>
      )}
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {failure !== null && <FailureNotice problem={failure} onRetry={() => setFailure(null)} />}
      {newest && (
        <p className={classes.dim} role="status">
          {searchWords(newest)}
        </p>
      )}
      {newest && isRunning && <Progress value={searchShare(newest)} animated aria-label="How far the search is" />}
      {newest?.failure && <p className={classes.failed}>{newest.failure.message}</p>}
      {ended !== undefined && (ended.found ?? 0) > 0 && (
        <MislabelGrid
          key={ended.searchId}
          dataSet={name}
          searchId={ended.searchId}
          classList={classList}
          mayChange={mayChange}
          onChanged={onChanged}
        />
      )}
    </section>
  );
}
