'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { useLiveResource } from '../../live/use-live-resource';
import { getCountProposals } from '../../monitoring/inventory-api';
import { plural } from '../../text/plural';
import panel from '../models/panel.module.css';
import { ProductPicture } from '../product/product-picture';
import { useConsole } from '../session/console-context';
import { TIMINGS } from './use-inventory';

/** Enough to begin with. */
const FIRST = 3;

/** The few products whose records are most worth a look today, with why and where. Nothing when there are none. */
export function CountToday() {
  const { storeId } = useConsole().store;
  const { data } = useLiveResource(`counts ${storeId}`, (signal) => getCountProposals(storeId, signal), [], TIMINGS);
  const [isWhole, setIsWhole] = useState(false);
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={panel.panel} aria-label="Worth counting today" style={{ marginBottom: 16 }}>
      <h2>Worth counting today: {plural(data.length, 'product')}</h2>
      <div className={panel.list}>
        {data.slice(0, isWhole ? data.length : FIRST).map(({ product, reason, places }) => (
          <Link key={product.gtin} className={panel.row} href={`/inventory/${product.gtin}`}>
            <ProductPicture product={product} size={36} />
            <span className={panel.main}>
              <b>{product.name}</b>
              <span className={panel.dim}>{reason}</span>
            </span>
            <span className={panel.dim}>
              {places
                .map(({ fixtureName, shelf, position }) => `${fixtureName}, shelf ${shelf}, place ${position}`)
                .join(' · ')}
            </span>
          </Link>
        ))}
      </div>
      {data.length > FIRST && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${data.length - FIRST} more`}
        </Button>
      )}
    </section>
  );
}
