'use client';
import { Anchor, Skeleton } from '@mantine/core';
import Link from 'next/link';
import { FailureNotice } from '../../feedback/failure-notice';
import { useLiveResource } from '../../live/use-live-resource';
import { getMovements } from '../../monitoring/inventory-api';
import type { LiveKind } from '../../monitoring/types';
import { PageHeading } from '../../shell/page-heading';
import panel from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayKeepShop } from '../session/permissions';
import { BalancePanel } from './balance-panel';
import { MovementsPanel } from './movements-panel';
import { PolicyPanel } from './policy-panel';
import { TellStock } from './tell-stock';

const KINDS: readonly LiveKind[] = ['reorder', 'stock-event'];
const TIMINGS = { minIntervalMs: 500, idleMs: 10_000, retryMs: 1_000 };

/** One product of the shop: what there is, how it came to be, how it is ordered. */
export function ProductStockPage({ gtin }: { gtin: string }) {
  const { user, store } = useConsole();
  const { data, problem, refresh } = useLiveResource(
    `movements ${store.storeId} ${gtin}`,
    (signal) => getMovements(store.storeId, gtin, signal),
    KINDS,
    TIMINGS,
  );
  const mayChange = mayKeepShop(user.role);
  return (
    <>
      <PageHeading
        title={data?.product.name ?? gtin}
        about={
          <>
            <Anchor component={Link} href="/inventory" inherit>
              Inventory
            </Anchor>{' '}
            · {data === undefined ? gtin : `${data.product.category} · ${gtin}`}
          </>
        }
      />
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {data === undefined && problem === null && <Skeleton h={240} radius={12} />}
      {data !== undefined && (
        <div className={panel.grid}>
          <BalancePanel of={data} />
          {mayChange && <TellStock gtin={gtin} onTold={refresh} />}
          <PolicyPanel gtin={gtin} mayChange={mayChange} />
          <MovementsPanel movements={data.movements} />
        </div>
      )}
    </>
  );
}
