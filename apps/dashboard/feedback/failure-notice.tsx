import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ApiProblem } from '../monitoring/api-problem';

/** What went wrong, why, and what can be done. With old data still on the page, `stale` says so. */
export function FailureNotice({
  problem,
  stale = false,
  onRetry,
}: {
  problem: ApiProblem;
  stale?: boolean;
  onRetry: () => void;
}) {
  return (
    <Alert color="red" variant="light" icon={<IconPlugConnectedX aria-hidden />} title={problem.title} role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {problem.detail} {stale && 'What you see below is the last known state.'}
        </Text>
        <Button size="xs" variant="default" onClick={onRetry}>
          Try now
        </Button>
      </Group>
    </Alert>
  );
}
