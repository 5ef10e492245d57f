'use client';
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { Reorder } from '../../monitoring/types';
import { plural } from '../../text/plural';
import { Age } from '../../time/age';
import { formatMoment } from '../../time/format-clock';
import { ProductPicture } from '../product/product-picture';
import { ReorderActions } from './reorder-actions';
import { ReorderHistory } from './reorder-history';
import classes from './reorder-row.module.css';
import { StateBadge } from './state-badge';

/** One order: what, how much, why, where it stands, and what may be done. */
export function ReorderRow(props: { reorder: Reorder; timeZone: string; mayDecide: boolean; onMoved: () => void }) {
  const { reorder, timeZone, mayDecide, onMoved } = props;
  const { product, supplier, quantity, cases, casePack, expectedAt } = reorder;
  const [opened, { toggle }] = useDisclosure(false);
  const historyId = `history-${reorder.reorderId}`;
  return (
    <article className={classes.row} id={reorder.reorderId} data-reorder-id={reorder.reorderId}>
      <div className={classes.main}>
        <div className={classes.product}>
          <ProductPicture product={product} size={52} />
          <div>
            <h2>{product.name}</h2>
            <p className={classes.dim}>{supplier.name}</p>
          </div>
        </div>
        <div className={classes.quantity}>
          <b>{plural(cases, 'case')}</b>
          <span>
            {plural(quantity, 'item')} ({casePack} a case)
          </span>
        </div>
        <p className={classes.reason}>{reorder.reason}</p>
        <div className={classes.state}>
          <StateBadge state={reorder.state} />
          <span className={classes.dim}>
            {expectedAt === null ? (
              <>
                for <Age since={reorder.changedAt} timeZone={timeZone} />
              </>
            ) : (
              `expected ${formatMoment(new Date(expectedAt), timeZone)}`
            )}
          </span>
        </div>
        <div className={classes.actions}>
          {mayDecide && <ReorderActions reorder={reorder} onMoved={onMoved} />}
          <UnstyledButton className={classes.toggle} onClick={toggle} aria-expanded={opened} aria-controls={historyId}>
            History
            <IconChevronDown size={15} stroke={1.9} aria-hidden />
          </UnstyledButton>
        </div>
      </div>
      {opened && (
        <div id={historyId} className={classes.history}>
          <ReorderHistory reorder={reorder} timeZone={timeZone} />
          <p className={classes.dim}>
            {reorder.eventId === null ? 'Ordered by hand.' : `Triggered by stock event ${reorder.eventId}.`} Idempotency
            key <code>{reorder.idempotencyKey}</code>
          </p>
        </div>
      )}
    </article>
  );
}
