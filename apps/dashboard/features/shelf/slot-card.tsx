'use client';
import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { ShelfSlot } from '../../monitoring/types';
import { formatPercent } from '../../text/format-percent';
import { Age } from '../../time/age';
import { formatMoment } from '../../time/format-clock';
import { ProductPicture } from '../product/product-picture';
import classes from './slot-card.module.css';
import { SLOT_STATUSES } from './slot-status';
import { StatusBadge } from './status-badge';

/** Everything that is known about one slot. */
export function SlotCard({ slot, timeZone }: { slot: ShelfSlot; timeZone: string }) {
  const { product, status, since, confidence, foreignProduct } = slot;
  return (
    <div className={classes.card} data-testid="slot-card">
      <div className={classes.head}>
        <ProductPicture product={product} size={84} />
        <div>
          <StatusBadge status={status} />
          <h2>{product.name}</h2>
          <p>
            {product.brand !== '' && `${product.brand}, `}
            {product.category}
          </p>
        </div>
      </div>
      <p className={classes.meaning}>{SLOT_STATUSES[status].meaning}</p>
      {foreignProduct !== null && (
        <div className={classes.foreign}>
          <ProductPicture product={foreignProduct} size={40} />
          <span>
            Instead stands <b>{foreignProduct.name}</b>
          </span>
        </div>
      )}
      <dl>
        <Fact name="Place">
          Shelf {slot.shelf}, position {slot.position}
        </Fact>
        <Fact name="Facings filled">
          {slot.visibleFacings} of {slot.facings}
        </Fact>
        <Fact name="Since">
          {since === null ? (
            'not seen yet'
          ) : (
            <>
              {formatMoment(new Date(since), timeZone)} (<Age since={since} timeZone={timeZone} />)
            </>
          )}
        </Fact>
        <Fact name="Confidence">{confidence === null ? 'not known' : formatPercent(confidence)}</Fact>
        <Fact name="GTIN">{product.gtin}</Fact>
      </dl>
      {slot.eventId !== null && (
        <Anchor component={Link} href="/now" size="sm" fw={550}>
          See what to do about it
        </Anchor>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
