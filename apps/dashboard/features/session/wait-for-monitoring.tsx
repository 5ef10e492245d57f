import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../../feedback/empty-state';
import { ReloadEvery } from '../../feedback/reload-every';

export function WaitForMonitoring() {
  return (
    <EmptyState icon={IconPlugConnectedX} title="The monitoring service does not answer">
      It may be starting, or it has stopped. This page looks again every few seconds. If this lasts, look at the window
      in which the platform was started.
      <ReloadEvery seconds={4} />
    </EmptyState>
  );
}
