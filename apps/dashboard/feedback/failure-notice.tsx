import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ApiProblem } from '../monitoring/api-problem';
import { Notice } from './notice';

/** What went wrong, why, and what can be done. With old data still on the page, `stale` says so. */
export function FailureNotice(props: { problem: ApiProblem; stale?: boolean; onRetry: () => void }) {
  const { problem, stale = false, onRetry } = props;
  const retry = (
    <Button size="xs" variant="default" onClick={onRetry}>
      Try now
    </Button>
  );
  return (
    <Notice tone="red" icon={IconPlugConnectedX} title={problem.title} action={retry}>
      {problem.detail} {stale && 'What you see below is the last known state.'}
    </Notice>
  );
}
