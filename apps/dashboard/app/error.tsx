'use client';
import { Button } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { EmptyState } from '../feedback/empty-state';

/** The last resort when a page breaks while it is drawn. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState icon={IconMoodConfuzed} title="This page could not be drawn">
      {error.message}
      {error.digest !== undefined && ` (reference ${error.digest}, also in the log of the dashboard’s server)`}
      <br />
      <Button mt="md" variant="default" onClick={reset}>
        Try again
      </Button>
    </EmptyState>
  );
}
