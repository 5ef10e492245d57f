'use client';
import { awaitsApproval } from '../features/reorders/reorder-groups';
import { useReorders } from '../features/reorders/use-reorders';
import { useSummary } from '../features/summary/use-summary';
import { Navigation } from './navigation';

/** The navigation with how much waits behind each page. */
export function CountedNavigation() {
  const { data: summary } = useSummary();
  const { data: reorders } = useReorders();
  return (
    <Navigation
      counts={{
        '/now': summary === undefined ? 0 : summary.openOutOfStock + summary.openLowStock + summary.openMisplaced,
        '/reorders': reorders?.filter(awaitsApproval).length ?? 0,
      }}
    />
  );
}
