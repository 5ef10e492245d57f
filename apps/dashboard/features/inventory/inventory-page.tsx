'use client';
import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { IconBuildingWarehouse, IconSearch } from '@tabler/icons-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import panel from '../models/panel.module.css';
import { BalanceRow } from './balance-row';
import { CountToday } from './count-today';
import { filterBalances } from './filter-balances';
import { useInventory } from './use-inventory';

const ROWS = 100;

/** What the shop has of each product, by its book. */
export function InventoryPage() {
  const { data, problem, refresh } = useInventory();
  const [text, setText] = useState('');
  const [most, setMost] = useState(ROWS);
  const found = useMemo(() => filterBalances(data ?? [], text), [data, text]);
  return (
    <section aria-label="Inventory">
      <CountToday />
      <Group mb="md" justify="space-between">
        <TextInput
          aria-label="Search product, category or GTIN"
          placeholder="Product, category, GTIN…"
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button component={Link} href="/inventory/policy" size="xs" variant="default">
          How the store orders
        </Button>
      </Group>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      <div className={panel.list} aria-busy={data === undefined}>
        {found.slice(0, most).map((balance) => (
          <BalanceRow key={balance.product.gtin} balance={balance} />
        ))}
        {data === undefined && problem === null && [0, 1, 2].map((row) => <Skeleton key={row} h={78} radius={12} />)}
      </div>
      {found.length > most && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setMost(most + ROWS)}>
          Show more ({found.length - most} left)
        </Button>
      )}
      {data?.length === 0 && (
        <EmptyState icon={IconBuildingWarehouse} title="The book has no figures yet">
          They come with the shop’s definition, or from the inventory system as movements.
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && found.length === 0 && (
        <EmptyState icon={IconSearch} title="No product is like that">
          Try fewer words, or a part of the GTIN.
        </EmptyState>
      )}
    </section>
  );
}
