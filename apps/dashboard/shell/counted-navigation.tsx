'use client';
import { awaitsApproval } from '../features/reorders/reorder-groups';
import { useReorders } from '../features/reorders/use-reorders';
import { useConsole } from '../features/session/console-context';
import { useSummary } from '../features/summary/use-summary';
import { Navigation } from './navigation';

/** The navigation with how much waits behind each page. */
export function CountedNavigation() {
  const { user } = useConsole();
  const { data: summary } = useSummary();
  const { data: reorders } = useReorders();
  return (
    <Navigation
      role={user.role}
      counts={{
        '/now': summary === undefined ? 0 : summary.openOutOfStock + summary.openLowStock + summary.openMisplaced,
        '/reorders': reorders?.filter(awaitsApproval).length ?? 0,
      }}
    />
  );
}
