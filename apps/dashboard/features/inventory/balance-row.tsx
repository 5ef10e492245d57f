'use client';
import Link from 'next/link';
import type { StockBalance } from '../../monitoring/types';
import { Age } from '../../time/age';
import { Figure } from '../models/figure';
import panel from '../models/panel.module.css';
import { ProductPicture } from '../product/product-picture';
import { useConsole } from '../session/console-context';
import classes from './balance-row.module.css';

/** What the book says of one product; a way to its movements. */
export function BalanceRow({ balance }: { balance: StockBalance }) {
  const { timeZone } = useConsole().store;
  const { product, onHand, shelf, backroom, onOrder, reserved, countedAt } = balance;
  return (
    <Link className={panel.row} href={`/inventory/${product.gtin}`} data-gtin={product.gtin}>
      <ProductPicture product={product} size={44} />
      <span className={panel.main}>
        <b>{product.name}</b>
        <span className={panel.dim}>
          {product.category} · {product.gtin} ·{' '}
          {countedAt === null ? (
            'never counted'
          ) : (
            <>
              counted <Age since={countedAt} timeZone={timeZone} suffix=" ago" />
            </>
          )}
        </span>
      </span>
      <span className={classes.figures}>
        <Figure value={String(onHand)} label="on hand" />
        <Figure value={String(shelf)} label="shelf" />
        <Figure value={String(backroom)} label="back room" />
        <Figure value={String(onOrder)} label="on order" />
        <Figure value={String(reserved)} label="reserved" />
      </span>
    </Link>
  );
}
