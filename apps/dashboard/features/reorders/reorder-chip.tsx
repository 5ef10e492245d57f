import Link from 'next/link';
import type { StockEvent } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import classes from './reorder-chip.module.css';
import { StateBadge } from './state-badge';

type OpenReorder = NonNullable<StockEvent['reorder']>;

/** The order that is open for a product, in one line that leads to it. */
export function ReorderChip({ reorder, timeZone }: { reorder: OpenReorder; timeZone: string }) {
  const { cases, quantity, expectedAt } = reorder;
  return (
    <Link href={`/reorders#${reorder.reorderId}`} className={classes.chip}>
      <StateBadge state={reorder.state} />
      <span>
        {plural(cases, 'case')}, {plural(quantity, 'item')}
        {expectedAt !== null && `, expected ${formatMoment(new Date(expectedAt), timeZone)}`}
      </span>
    </Link>
  );
}
