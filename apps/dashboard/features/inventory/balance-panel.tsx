'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '../../feedback/notice';
import type { ProductMovements } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { formatMoment } from '../../time/format-clock';
import { Figure } from '../models/figure';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';

/** What the book says of a product, when it was counted, and what cameras see. */
export function BalancePanel({ of }: { of: ProductMovements }) {
  const { timeZone } = useConsole().store;
  const { shelf, backroom, onOrder, reserved, shortfall, seen, countedAt, asOf } = of.balance;
  const moment = (at: string | null): string => (at === null ? 'never' : formatMoment(new Date(at), timeZone));
  return (
    <section className={panel.panel} aria-label="Balance">
      <h2>Balance</h2>
      <div className={panel.figures}>
        <Figure value={String(shelf + backroom)} label="on hand" />
        <Figure value={String(shelf)} label="shelf" />
        <Figure value={String(backroom)} label="back room" />
        <Figure value={String(onOrder)} label="on order" />
        <Figure value={String(reserved)} label="reserved" />
      </div>
      {shortfall > 0 && (
        <Notice
          tone="amber"
          icon={IconAlertTriangle}
          title={`${plural(shortfall, 'item')} more went out than the book had`}
        >
          Count the product: the book was wrong by at least that.
        </Notice>
      )}
      <dl className={panel.facts}>
        <dt>Shelf counted</dt>
        <dd>{moment(countedAt.shelf)}</dd>
        <dt>Back room counted</dt>
        <dd>{moment(countedAt.backroom)}</dd>
        <dt>Seen by cameras</dt>
        <dd>{seen === null ? 'nothing yet' : `${plural(seen.shelf, 'item')} on the shelf, ${moment(seen.at)}`}</dd>
        <dt>Last movement</dt>
        <dd>{moment(asOf)}</dd>
      </dl>
    </section>
  );
}
