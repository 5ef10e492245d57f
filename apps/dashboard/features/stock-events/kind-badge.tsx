import type { StockEventKind } from '../../monitoring/types';
import { EVENT_KINDS } from './event-kind';
import classes from './kind-badge.module.css';

export function KindBadge({ kind }: { kind: StockEventKind }) {
  const { label, tone } = EVENT_KINDS[kind];
  return (
    <span className={classes.badge} data-tone={tone}>
      {label}
    </span>
  );
}
