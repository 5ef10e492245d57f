'use client';
import { Skeleton, Tabs } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { useConsole } from '../session/console-context';
import { mayDecideReorders } from '../session/permissions';
import { GROUP_WORDS } from './group-words';
import { groupReorders, REORDER_GROUPS, type ReorderGroup } from './reorder-groups';
import classes from './reorder-list.module.css';
import { ReorderRow } from './reorder-row';
import { useReorders } from './use-reorders';

/** The shop's orders: those that wait for a person first. */
export function ReorderList() {
  const { user, store } = useConsole();
  const { data, problem, refresh } = useReorders();
  const [chosen, setChosen] = useState<ReorderGroup | null>(null);
  const groups = useMemo(() => data && groupReorders(data), [data]);
  const group =
    chosen ?? (groups && groups.waiting.length === 0 && groups['under-way'].length > 0 ? 'under-way' : 'waiting');
  const shown = groups?.[group];
  return (
    <section aria-label="Reorders">
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      <Tabs value={group} onChange={(value) => setChosen(value as ReorderGroup)} mb="md" keepMounted={false}>
        <Tabs.List>
          {REORDER_GROUPS.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={<span className={classes.count}>{groups?.[name].length ?? ''}</span>}
            >
              {GROUP_WORDS[name].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={group} pt="md">
          <div className={classes.list} aria-live="polite" aria-busy={data === undefined}>
            {shown?.map((reorder) => (
              <ReorderRow
                key={reorder.reorderId}
                reorder={reorder}
                timeZone={store.timeZone}
                mayDecide={mayDecideReorders(user.role)}
                onMoved={refresh}
              />
            ))}
            {data === undefined &&
              problem === null &&
              [0, 1, 2].map((row) => <Skeleton key={row} h={78} radius={12} />)}
          </div>
          {shown?.length === 0 && (
            <EmptyState icon={IconTruckDelivery} title={GROUP_WORDS[group].emptyTitle}>
              {GROUP_WORDS[group].emptyText}
            </EmptyState>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
